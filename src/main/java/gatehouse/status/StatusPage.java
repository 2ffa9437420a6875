package gatehouse.status;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import gatehouse.web.Page;
import gatehouse.web.Site;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/** What is wrong with this node, and what to do about it. */
@Controller
@RequestScoped
@Path("/admin/status")
@Produces(Page.HTML)
@RolesAllowed("admin")
public class StatusPage {

    @Inject
    Page page;
    @Inject
    Site site;
    @Inject
    @Any
    Instance<Check> checks;
    @Context
    HttpServletRequest request;
    @Inject
    ServletContext context;

    @GET
    public Response show() {
        List<Finding> found = new ArrayList<>(AddressCheck.look(site.arrival(request)));
        checks.forEach(check -> found.addAll(check.look()));
        long wrong = found.stream().filter(finding -> finding.level() != Level.GOOD).count();
        return page.with("findings", found.stream().sorted((one, other) -> other.level().compareTo(one.level())).map(this::shown).toList()).with("wrong", wrong)
                .with("version", Build.version(context.getResourceAsStream(Build.FILE))).with("java", System.getProperty("java.version")).with("server", context.getServerInfo())
                .show("status/status.ftlh");
    }

    private Map<String, String> shown(Finding finding) {
        Object[] words = finding.arguments().stream().map(this::word).toArray();
        String mend = finding.level() == Level.GOOD ? "" : page.messages().say(finding.key() + ".mend", words);
        return Map.of("area", page.messages().say("status.area." + finding.area()), "kind", finding.level().name().toLowerCase(Locale.ROOT),
                "level", page.messages().say("status.level." + finding.level().name().toLowerCase(Locale.ROOT)),
                "text", page.messages().say(finding.key(), words), "mend", mend);
    }

    private Object word(Object argument) {
        return argument instanceof Instant moment ? DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.MEDIUM)
                .withLocale(page.visit().locale()).withZone(ZoneId.systemDefault()).format(moment) : argument;
    }
}
