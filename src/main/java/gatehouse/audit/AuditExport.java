package gatehouse.audit;

import gatehouse.web.Problems;
import gatehouse.web.Refusal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** The link below the log: what the filter finds, as a file. */
@RequestScoped
@Path("/admin/audit/export")
@RolesAllowed("admin")
public class AuditExport {

    @Inject
    ReadLog log;
    @Inject
    AuditFile file;

    /** @throws Refusal 400 when a day of the filter is none */
    @GET
    public Response export(@BeanParam AuditForm form) {
        Problems problems = new Problems();
        AuditFilter filter = log.filter(form, problems);
        if (problems.any()) throw new Refusal(400, "refused.bad-request");
        return file.of(filter, form.query());
    }
}
