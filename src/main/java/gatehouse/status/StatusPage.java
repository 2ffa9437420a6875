package gatehouse.status;

import java.util.List;

import gatehouse.web.Page;
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
    Inspection inspection;
    @Context
    HttpServletRequest request;

    @GET
    public Response show() {
        List<Finding> found = inspection.of(request);
        FindingView view = new FindingView(page.visit().locale());
        return page.with("findings", found.stream().map(view::shown).toList()).with("wrong", Inspection.wrong(found))
                .with("version", inspection.version()).with("java", Inspection.JAVA).with("server", inspection.server()).show("status/status.ftlh");
    }
}
