package gatehouse.status;

import java.util.ArrayList;
import java.util.List;

import gatehouse.web.Site;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;

/** Looks at everything this node stands on. */
@ApplicationScoped
public class Inspection {

    static final String JAVA = System.getProperty("java.version");

    @Inject
    Site site;
    @Inject
    @Any
    Instance<Check> checks;
    @Inject
    ServletContext context;

    /** The worst first. @param request by whose headers the address is judged */
    List<Finding> of(HttpServletRequest request) {
        List<Finding> found = new ArrayList<>(AddressCheck.look(site.arrival(request)));
        checks.forEach(check -> found.addAll(check.look()));
        return found.stream().sorted((one, other) -> other.level().compareTo(one.level())).toList();
    }

    static long wrong(List<Finding> found) {
        return found.stream().filter(finding -> finding.level() != Level.GOOD).count();
    }

    /** Empty for a WAR that was put together in another way. */
    String version() {
        return Build.version(context.getResourceAsStream(Build.FILE));
    }

    String server() {
        return context.getServerInfo();
    }
}
