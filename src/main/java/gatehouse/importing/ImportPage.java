package gatehouse.importing;

import java.util.Locale;
import java.util.Optional;

import gatehouse.provider.Providers;
import gatehouse.setting.Settings;
import gatehouse.web.Fresh;
import gatehouse.web.Page;
import gatehouse.web.Problems;
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
    ImportBackup backups;
    @Inject
    Providers providers;
    @Inject
    Settings settings;
    @Context
    HttpServletResponse response;

    @GET
    public Response show() {
        return backups.draft().map(backup -> preview(backup, backups.suggested(backup), new Problems())).orElseGet(() -> page.show("importing/upload.ftlh"));
    }

    @POST
    public Response upload(TypedForm typed) {
        Problems problems = new Problems();
        backups.keep(typed.file("file"), typed.raw("passphrase"), problems);
        return problems.any() ? page.show("importing/upload.ftlh", problems) : page.to(HERE);
    }

    /** The same backup, judged for another provider. */
    @POST
    @Path("look")
    public Response look(TypedForm typed) {
        return backups.draft().map(backup -> preview(backup, Choice.typed(typed), new Problems())).orElseGet(() -> page.to(HERE));
    }

    @POST
    @Path("apply")
    @Fresh(back = HERE)
    public Response apply(TypedForm typed) {
        Choice choice = Choice.typed(typed);
        Optional<AListBackup> backup = backups.draft();
        if (backup.isEmpty()) return page.to(HERE);
        Problems problems = new Problems();
        Optional<Imported> imported = backups.apply(backup.get(), choice, problems);
        if (imported.isEmpty()) return preview(backup.get(), choice, problems);
        return page.to(HERE, response, "imported", Integer.toString(imported.get().people()));
    }

    @POST
    @Path("forget")
    public Response forget() {
        backups.forget();
        return page.to(HERE);
    }

    private Response preview(AListBackup backup, Choice choice, Problems problems) {
        ImportView view = new ImportView(backup, choice, page.messages());
        page.with("settings", view.settings(settings.sso())).with("dead", view.dead()).with("people", view.people(backups.judged(backup, choice)))
                .with("providers", view.providers(providers.all())).with("made", ProviderOfBackup.possible(backup)).with("makes", choice.makes())
                .with("platform", backup.setting("sso_login_platform")).with("bits", choice.bits().map(bits -> bits.name().toLowerCase(Locale.ROOT)).orElse(""));
        return problems.any() ? page.show("importing/preview.ftlh", problems) : page.show("importing/preview.ftlh");
    }
}
