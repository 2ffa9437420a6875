package gatehouse.importing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import gatehouse.setting.Settings;
import gatehouse.web.Envelope;
import gatehouse.web.Fresh;
import gatehouse.web.Given;
import gatehouse.web.Large;
import gatehouse.web.Messages;
import gatehouse.web.Problems;
import gatehouse.web.Refusal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

/** A backup of AList or OpenList in JSON, as on its page: it belongs to a browser's session, which is what may look at it and take it over. */
@RequestScoped
@Path("/api/admin/import")
@Produces(Envelope.JSON)
@RolesAllowed("admin")
public class ImportResource {

    @Inject
    ImportBackup backups;
    @Inject
    Settings settings;

    /** @param provider whose the identities are judged to be; left out: the one that fits. @throws Refusal 404 when this session looks at none */
    @GET
    public Response look(@QueryParam("provider") String provider) {
        AListBackup backup = draft();
        Choice choice = provider == null ? backups.suggested(backup) : backups.suggested(backup, provider);
        ImportView view = new ImportView(backup, choice, Messages.in(Locale.ENGLISH));
        return Envelope.ok(ImportJson.of(backup, choice, backups.judged(backup, choice), settings.sso(), view));
    }

    /** Takes the {@code backup} as it is, of at most 8 MB, and its {@code passphrase}. */
    @POST
    public Response upload(@Large(8192) Given given) {
        given.only(Set.of("backup", "passphrase"));
        Problems problems = new Problems();
        backups.keep(given.object("backup").orElse("").getBytes(UTF_8), given.text("passphrase", ""), problems);
        return problems.any() ? Envelope.of(problems.renamed(field -> field.equals("file") ? "backup" : field)) : Envelope.ok();
    }

    /** Takes what is to be taken over: {@code settings} by their keys, {@code people} by their numbers, {@code provider}, {@code bits}. */
    @POST
    @Path("apply")
    @Fresh(back = ImportPage.HERE)
    public Response apply(Given given) {
        given.only(Set.of("settings", "people", "provider", "bits"));
        AListBackup backup = draft();
        Problems problems = new Problems();
        Optional<Imported> imported = backups.apply(backup, Choice.of(given, backup), problems);
        return imported.isPresent() ? Envelope.ok(new Told(imported.get().settings(), imported.get().people(), imported.get().bound())) : Envelope.of(problems);
    }

    /** How much was taken over. */
    record Told(int settings, int people, int bound) {
    }

    @POST
    @Path("forget")
    public Response forget() {
        backups.forget();
        return Envelope.ok();
    }

    private AListBackup draft() {
        return backups.draft().orElseThrow(() -> new Refusal(404, "refused.not-found"));
    }
}
