package gatehouse.audit;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import gatehouse.provider.Provider;
import gatehouse.provider.Providers;
import gatehouse.setting.Retention;
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
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/** The log, newest first, fifty at a time; and how long it is kept. */
@Controller
@RequestScoped
@Path("/admin/audit")
@Produces(Page.HTML)
@RolesAllowed("admin")
public class AuditPage {

    static final String HERE = "/admin/audit";
    private static final String VIEW = "audit/log.ftlh";
    private static final int MOST = 50;

    @Inject
    Page page;
    @Inject
    ReadLog log;
    @Inject
    Providers providers;
    @Inject
    Settings settings;
    @Context
    HttpServletResponse response;

    @GET
    public Response show(@BeanParam AuditForm form, @QueryParam("after") String after) {
        Problems problems = new Problems();
        AuditFilter filter = log.filter(form, problems);
        List<AuditEvent> found = problems.any() ? List.of() : log.page(filter, Place.read(after), MOST + 1);
        settings.anew();
        with(form, Integer.toString(settings.retention().days()), found).with("newest", Place.read(after).isPresent());
        return problems.any() ? page.show(VIEW, problems) : page.show(VIEW);
    }

    @POST
    @Fresh(back = HERE)
    public Response keep(TypedForm typed) {
        Problems problems = new Problems();
        Optional<Retention> retention = problems.check("days", () -> Retention.typed(typed.text("days")));
        if (retention.isEmpty()) return with(new AuditForm(), typed.text("days"), List.of()).with("newest", true).show(VIEW, problems);
        settings.keep(retention.get(), page.visit().me().orElseThrow());
        return page.to(HERE, response, "settings-saved", "");
    }

    private Page with(AuditForm form, String days, List<AuditEvent> found) {
        AuditRow row = new AuditRow(page.visit().locale());
        String older = found.size() > MOST ? address(form.query(), "after=" + found.get(MOST - 1).place()) : "";
        return page.with("events", found.stream().limit(MOST).map(row::shown).toList()).with("filter", form.shown()).with("kinds", kinds())
                .with("slugs", providers.all().stream().map(Provider::slug).toList()).with("older", older).with("here", address(form.query(), ""))
                .with("export", HERE + "/export?" + form.query()).with("days", days).with("zone", ZoneId.systemDefault().getId());
    }

    private List<Map<String, String>> kinds() {
        return Kind.names().stream().map(kind -> Map.of("value", kind, "text", page.messages().say("audit.kind." + kind))).toList();
    }

    private static String address(String... queries) {
        List<String> parts = Stream.of(queries).filter(part -> !part.isEmpty()).toList();
        return parts.isEmpty() ? HERE : HERE + "?" + String.join("&", parts);
    }
}
