package gatehouse.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

import gatehouse.web.Problems;
import gatehouse.web.Refusal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;

/** What the filter finds as a file for spreadsheets; written as it is read, a thousand events at a time, so that it may be long. */
@RequestScoped
@Path("/admin/audit/export")
@RolesAllowed("admin")
public class AuditExport {

    private static final String CSV = "text/csv;charset=UTF-8";
    private static final int MOST = 1000;

    @Inject
    ReadLog log;
    @Inject
    AuditLog told;

    /** @throws Refusal 400 when a day of the filter is none */
    @GET
    public Response export(@BeanParam AuditForm form) {
        Problems problems = new Problems();
        AuditFilter filter = log.filter(form, problems);
        if (problems.any()) throw new Refusal(400, "refused.bad-request");
        told.exported(form.query());
        ReadLog reader = log;
        StreamingOutput all = out -> write(reader, filter, out);
        return Response.ok(all, CSV).header("Content-Disposition", "attachment; filename=\"gatehouse-audit.csv\"").build();
    }

    private static void write(ReadLog reader, AuditFilter filter, OutputStream out) throws IOException {
        out.write(AuditCsv.HEAD.getBytes(UTF_8));
        List<AuditEvent> page = reader.page(filter, Optional.empty(), MOST);
        while (!page.isEmpty()) {
            for (AuditEvent event : page) out.write(AuditCsv.line(event).getBytes(UTF_8));
            out.flush();
            page = reader.page(filter, Optional.of(page.get(page.size() - 1).place()), MOST);
        }
    }
}
