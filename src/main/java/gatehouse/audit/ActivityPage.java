package gatehouse.audit;

import gatehouse.session.CurrentAccount;
import gatehouse.web.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;

/** What happened lately to a person's own account, so that they notice what they did not do themselves. */
@Controller
@RequestScoped
@Path("/profile/activity")
@Produces(Page.HTML)
@RolesAllowed("user")
public class ActivityPage {

    static final int MOST = 10;

    @Inject
    Page page;
    @Inject
    ReadLog log;
    @Inject
    CurrentAccount current;

    @GET
    public Response show() {
        AuditRow row = new AuditRow(page.visit().locale());
        return page.with("events", log.lately(current.id(), MOST).stream().map(row::shown).toList()).show("audit/activity.ftlh");
    }
}
