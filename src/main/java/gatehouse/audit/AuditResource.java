package gatehouse.audit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import gatehouse.web.Envelope;
import gatehouse.web.Problems;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

/** The log as programs read it, newest first, a hundred at a time. */
@RequestScoped
@Path("/api/admin/audit/list")
@Produces(Envelope.JSON)
@RolesAllowed("admin")
public class AuditResource {

    private static final int MOST = 100;

    /** @param other who did it, when it was not the person themselves @param detail of a refusal its constant */
    record Line(Instant at, String kind, String username, String other, String provider, String detail, String client, String device, String reference) {

        static Line of(AuditEvent event) {
            return new Line(event.at(), event.kind(), event.username(), event.other(), event.provider(), event.detail(), event.client(), event.device(), event.reference());
        }
    }

    /** @param after asks for the next ones; null when these are the oldest */
    record Lines(List<Line> content, String after) {
    }

    @Inject
    ReadLog log;

    @GET
    public Response list(@BeanParam AuditForm form, @QueryParam("after") String after) {
        Problems problems = new Problems();
        AuditFilter filter = log.filter(form, problems);
        if (problems.any()) return Envelope.of(problems);
        List<AuditEvent> found = log.page(filter, Place.read(after), MOST + 1);
        Optional<Place> next = found.size() > MOST ? Optional.of(found.get(MOST - 1).place()) : Optional.empty();
        return Envelope.ok(new Lines(found.stream().limit(MOST).map(Line::of).toList(), next.map(Place::toString).orElse(null)));
    }
}
