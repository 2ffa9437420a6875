package gatehouse.guard;

import java.util.List;
import java.util.Map;

import gatehouse.account.Roles;
import gatehouse.web.Fresh;
import gatehouse.web.Page;
import gatehouse.web.Problems;
import gatehouse.web.PublicUrl;
import gatehouse.web.Site;
import gatehouse.web.TypedForm;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/** The guarded services: listed, added, changed with their proxy's configuration to copy, taken away. */
@Controller
@RequestScoped
@Path("/admin/services")
@Produces(Page.HTML)
@RolesAllowed("admin")
public class ServicesPage {

    private static final String LIST = "/admin/services";
    private static final String VIEW = "guard/form.ftlh";

    @Inject
    Page page;
    @Inject
    ServiceRows services;
    @Inject
    SaveGuarded save;
    @Inject
    Roles roles;
    @Inject
    Site site;
    @Inject
    ProxyTexts proxies;
    @Context
    HttpServletResponse response;

    @GET
    public Response list() {
        return page.with("services", services.all().stream().map(ServiceView::row).toList()).show("guard/list.ftlh");
    }

    @GET
    @Path("new")
    public Response fresh() {
        return with(GuardedForm.fresh(site.publicUrl().isPresent() ? "" : here())).show(VIEW);
    }

    @POST
    @Path("new")
    public Response add(TypedForm typed) {
        GuardedForm form = GuardedForm.of(typed);
        Problems problems = new Problems();
        return save.add(form, problems, page.visit().me().orElseThrow()).map(this::saved).orElseGet(() -> with(form).show(VIEW, problems));
    }

    @GET
    @Path("{id: [0-9]{1,18}}")
    public Response show(@PathParam("id") long id) {
        Guarded guarded = services.one(id);
        return with(GuardedForm.of(guarded), guarded).show(VIEW);
    }

    @POST
    @Path("{id: [0-9]{1,18}}")
    public Response change(@PathParam("id") long id, TypedForm typed) {
        GuardedForm form = GuardedForm.of(typed);
        Problems problems = new Problems();
        Guarded guarded = services.one(id);
        return save.change(id, form, problems, page.visit().me().orElseThrow()).map(this::saved).orElseGet(() -> with(form, guarded).show(VIEW, problems));
    }

    @GET
    @Path("{id: [0-9]{1,18}}/delete")
    @Fresh(back = LIST)
    public Response ask(@PathParam("id") long id) {
        return page.with("service", ServiceView.row(services.one(id))).show("guard/delete.ftlh");
    }

    @POST
    @Path("{id: [0-9]{1,18}}/delete")
    @Fresh(back = LIST)
    public Response delete(@PathParam("id") long id) {
        save.remove(id, page.visit().me().orElseThrow());
        return page.to(LIST, response, "service-deleted", "");
    }

    private Response saved(Guarded guarded) {
        return page.to(LIST + "/" + guarded.id(), response, "service-saved", "");
    }

    private Page with(GuardedForm form, Guarded guarded) {
        return with(form).with("service", ServiceView.row(guarded)).with("proxy", proxies.facts(guarded));
    }

    private Page with(GuardedForm form) {
        List<Map<String, String>> all = roles.all().stream().map(role -> Map.of("value", Long.toString(role.id()), "text", role.name())).toList();
        return page.with("form", form.shown()).with("roles", all).with("usual", site.publicUrl().map(PublicUrl::value).orElse(""));
    }

    private String here() {
        return page.visit().address().base();
    }
}
