package gatehouse.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;

/** What a filter finds as a file for spreadsheets; written as it is read, a thousand events at a time, so that it may be long. */
@ApplicationScoped
class AuditFile {

    static final String CSV = "text/csv;charset=UTF-8";
    private static final int MOST = 1000;

    @Inject
    ReadLog log;
    @Inject
    AuditLog told;

    /** Is told of in the log itself. @param query what was asked for */
    Response of(AuditFilter filter, String query) {
        told.exported(query);
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
