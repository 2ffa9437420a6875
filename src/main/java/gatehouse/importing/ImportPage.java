package gatehouse.importing;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import gatehouse.provider.Provider;
import gatehouse.provider.Providers;
import gatehouse.session.CurrentAccount;
import gatehouse.setting.Settings;
import gatehouse.web.Fresh;
import gatehouse.web.Page;
import gatehouse.web.Problems;
import gatehouse.web.Races;
import gatehouse.web.TypedForm;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/** A backup of AList or OpenList: uploaded, looked at, and then taken over as far as it is ticked. */
@Controller
@RequestScoped
@Path(ImportPage.HERE)
@Produces(Page.HTML)
@RolesAllowed("admin")
public class ImportPage {

    static final String HERE = "/admin/import";

    @Inject
    Page page;
    @Inject
    CurrentAccount current;
    @Inject
    ImportDrafts drafts;
    @Inject
    Providers providers;
    @Inject
    Settings settings;
    @Inject
    TakeOver takeOver;
    @Inject
    ProviderOfBackup made;
    @Context
    HttpServletResponse response;

    @GET
    public Response show() {
        return draft().map(backup -> preview(backup, suggested(backup), new Problems())).orElseGet(() -> page.show("importing/upload.ftlh"));
    }

    @POST
    public Response upload(TypedForm typed) {
        Problems problems = new Problems();
        Optional<AListBackup> backup = problems.check("file", () -> AListBackup.read(typed.file("file"), typed.raw("passphrase")));
        backup.ifPresent(read -> problems.check("file", () -> Races.settled(() -> drafts.keep(current.session().id(), read))));
        return problems.any() ? page.show("importing/upload.ftlh", problems) : page.to(HERE);
    }

    /** The same backup, judged for another provider. */
    @POST
    @Path("look")
    public Response look(TypedForm typed) {
        return draft().map(backup -> preview(backup, Choice.typed(typed), new Problems())).orElseGet(() -> page.to(HERE));
    }

    @POST
    @Path("apply")
    @Fresh(back = HERE)
    public Response apply(TypedForm typed) {
        Choice choice = Choice.typed(typed);
        Optional<AListBackup> backup = draft();
        if (backup.isEmpty()) return page.to(HERE);
        Problems problems = new Problems();
        choice.check(backup.get(), judged(backup.get(), choice), problems);
        Optional<Supplier<Provider>> whose = problems.any() ? Optional.empty() : whose(choice, backup.get(), problems);
        if (problems.any()) return preview(backup.get(), choice, problems);
        Imported imported = Races.settled(() -> takeOver.apply(current.session().id(), choice, whose, page.visit().me().orElseThrow()));
        return page.to(HERE, response, "imported", Integer.toString(imported.people()));
    }

    @POST
    @Path("forget")
    public Response forget() {
        drafts.forget(current.session().id());
        return page.to(HERE);
    }

    private Optional<AListBackup> draft() {
        return drafts.of(current.session().id());
    }

    private Optional<Supplier<Provider>> whose(Choice choice, AListBackup backup, Problems problems) {
        if (choice.makes()) return made.of(backup, problems, page.visit().me().orElseThrow());
        Optional<Provider> there = there(choice);
        if (choice.binds() && there.isEmpty()) problems.add("provider", "importing.provider.gone");
        return there.map(provider -> () -> provider);
    }

    private Optional<Provider> there(Choice choice) {
        return providers.all().stream().filter(one -> one.slug().equals(choice.whose())).findFirst();
    }

    private List<Newcomer> judged(AListBackup backup, Choice choice) {
        Optional<Provider> there = there(choice);
        return takeOver.judged(backup, choice.makes() || there.isPresent(), there);
    }

    private Choice suggested(AListBackup backup) {
        String whose = made.like(backup).map(Provider::slug).orElse(ProviderOfBackup.possible(backup) ? Choice.MADE : "");
        Choice nobody = new Choice(Set.of(), Set.of(), whose, Optional.empty());
        return Choice.suggested(Arrays.stream(OldSetting.values()).map(OldSetting::key).toList(), judged(backup, nobody), whose);
    }

    private Response preview(AListBackup backup, Choice choice, Problems problems) {
        ImportView view = new ImportView(backup, choice, page.messages());
        page.with("settings", view.settings(settings.sso())).with("dead", view.dead()).with("people", view.people(judged(backup, choice)))
                .with("providers", view.providers(providers.all())).with("made", ProviderOfBackup.possible(backup)).with("makes", choice.makes())
                .with("platform", backup.setting("sso_login_platform")).with("bits", choice.bits().map(bits -> bits.name().toLowerCase(Locale.ROOT)).orElse(""));
        return problems.any() ? page.show("importing/preview.ftlh", problems) : page.show("importing/preview.ftlh");
    }
}
