package gatehouse.welcome;

import gatehouse.web.Arrival;
import gatehouse.web.Page;
import gatehouse.web.Site;
import gatehouse.web.Visit;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/** The first steps: the address, the first provider, and whether newcomers may register. */
@Controller
@RequestScoped
@Path(WelcomePage.PATH)
@Produces(Page.HTML)
@RolesAllowed("admin")
public class WelcomePage {

    static final String PATH = "/admin/welcome";

    @Inject
    Page page;
    @Inject
    Site site;
    @Inject
    FirstSteps steps;
    @Context
    HttpServletRequest request;

    @GET
    public Response show() {
        Visit visit = page.visit();
        Arrival arrival = site.arrival(request);
        Progress progress = steps.of(visit.me().orElseThrow().id(), visit.address().forTrips());
        new WelcomeView(progress, arrival).shown().forEach(page::with);
        return page.show("welcome/welcome.ftlh");
    }
}
