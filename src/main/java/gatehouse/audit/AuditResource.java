package gatehouse.audit;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import gatehouse.setting.Retention;
import gatehouse.setting.Settings;
import gatehouse.web.Envelope;
import gatehouse.web.Fresh;
import gatehouse.web.Given;
import gatehouse.web.Page;
import gatehouse.web.Problems;
import gatehouse.web.Refusal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

/** The log as programs read it, newest first, a hundred at a time, or as a file; and how long it is kept. */
@RequestScoped
@Path("/api/admin/audit")
@Produces(Envelope.JSON)
@RolesAllowed("admin")
public class AuditResource {

    private static final int MOST = 100;

    /** @param after asks for the next ones; null when these are the oldest */
    record Lines(List<AuditLine> content, String after) {
    }

    @Inject
    ReadLog log;
    @Inject
    AuditFile file;
    @Inject
    Settings settings;
    @Inject
    Page page;

    @GET
    @Path("list")
    public Response list(@BeanParam AuditForm form, @QueryParam("after") String after) {
        Problems problems = new Problems();
        AuditFilter filter = log.filter(form, problems);
        if (problems.any()) return Envelope.of(problems);
        List<AuditEvent> found = log.page(filter, Place.read(after), MOST + 1);
        Optional<Place> next = found.size() > MOST ? Optional.of(found.get(MOST - 1).place()) : Optional.empty();
        return Envelope.ok(new Lines(found.stream().limit(MOST).map(AuditLine::of).toList(), next.map(Place::toString).orElse(null)));
    }

    @GET
    @Path("export")
    @Produces({AuditFile.CSV, Envelope.JSON})
    public Response export(@BeanParam AuditForm form) {
        Problems problems = new Problems();
        AuditFilter filter = log.filter(form, problems);
        return problems.any() ? Envelope.of(problems) : file.of(filter, form.query());
    }

    /** Takes {@code days}. What a shorter time takes away is gone, and so this needs a fresh sign-in as on the page. */
    @POST
    @Path("keep")
    @Fresh(back = AuditPage.HERE)
    public Response keep(Given given) {
        given.only(Set.of("days"));
        Problems problems = new Problems();
        String days = given.digits("days").orElseThrow(() -> new Refusal(400, "refused.json-missing", "days"));
        problems.check("days", () -> Retention.typed(days)).ifPresent(retention -> settings.keep(retention, page.visit().me().orElseThrow()));
        return problems.any() ? Envelope.of(problems) : Envelope.ok();
    }
}
