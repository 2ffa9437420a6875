package gatehouse.status;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import gatehouse.web.Envelope;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/** What is wrong with this node, for programs. */
@RequestScoped
@Path("/api/admin/status")
@Produces(Envelope.JSON)
@RolesAllowed("admin")
public class StatusResource {

    /** @param wrong how many findings are not good */
    record Status(String version, String java, String server, long wrong, List<Row> findings) {
    }

    /** @param id a constant of ours @param mend what to do about it; null when it is good */
    record Row(String area, String level, String id, String text, String mend) {

        static Row of(Finding finding) {
            Map<String, String> said = new FindingView(Locale.ENGLISH).shown(finding);
            return new Row(finding.area(), said.get("kind"), finding.key(), said.get("text"), finding.level() == Level.GOOD ? null : said.get("mend"));
        }
    }

    @Inject
    Inspection inspection;
    @Context
    HttpServletRequest request;

    @GET
    public Response show() {
        List<Finding> found = inspection.of(request);
        return Envelope.ok(new Status(inspection.version(), Inspection.JAVA, inspection.server(), Inspection.wrong(found), found.stream().map(Row::of).toList()));
    }
}
