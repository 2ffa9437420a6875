package gatehouse.people;

import java.util.Optional;

import gatehouse.account.Permissions;
import gatehouse.account.Role;
import gatehouse.account.RoleDraft;
import gatehouse.account.Roles;
import gatehouse.web.Fresh;
import gatehouse.web.Page;
import gatehouse.web.Problems;
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

/** The roles: listed, added, changed, taken away. */
@Controller
@RequestScoped
@Path("/admin/roles")
@Produces(Page.HTML)
@RolesAllowed("admin")
public class RolesPage {

    private static final String LIST = "/admin/roles";
    private static final String VIEW = "people/role.ftlh";

    @Inject
    Page page;
    @Inject
    RoleView view;
    @Inject
    ShowRoles show;
    @Inject
    Roles roles;
    @Inject
    ChangeRole change;
    @Inject
    Doer doer;
    @Context
    HttpServletResponse response;

    @GET
    public Response list() {
        return page.with("roles", show.rows(roles.all())).show("people/roles.ftlh");
    }

    @GET
    @Path("new")
    public Response fresh() {
        return page.with("form", RoleForm.FRESH.shown()).show(VIEW);
    }

    @POST
    @Path("new")
    public Response add(TypedForm typed) {
        RoleForm form = RoleForm.typed(typed, Permissions.NONE);
        Problems problems = new Problems();
        Optional<Long> added = form.draft(Optional.empty(), problems).flatMap(draft -> problems.check("name", () -> change.add(draft, doer.actor())));
        return added.isEmpty() ? page.with("form", form.shown()).show(VIEW, problems) : page.to(LIST, response, "role-added", "");
    }

    @GET
    @Path("{id}")
    public Response show(@PathParam("id") long id) {
        Role role = roles.find(id);
        return view.on(role).with("form", RoleForm.of(role).shown()).show(VIEW);
    }

    @POST
    @Path("{id}")
    public Response save(@PathParam("id") long id, TypedForm typed) {
        Role role = roles.find(id);
        RoleForm form = RoleForm.typed(typed, role.permissions());
        Problems problems = new Problems();
        Optional<RoleDraft> draft = form.draft(Optional.of(role).filter(Role::shipped), problems);
        if (draft.isPresent() && change.makesAdministrators(id, draft.get()) && !doer.fresh()) return page.to("/again?next=" + LIST + "/" + id);
        return view.answer(id, form, () -> {
            Optional<Boolean> saved = draft.flatMap(wish -> problems.check("name", () -> changed(id, form.version(), wish)));
            return saved.isEmpty() ? view.on(role).with("form", form.shown()).show(VIEW, problems) : page.to(LIST, response, "role-saved", "");
        });
    }

    private boolean changed(long id, int seen, RoleDraft wish) {
        change.change(id, seen, wish, doer.actor());
        return true;
    }

    @GET
    @Path("{id}/delete")
    @Fresh(back = LIST + "/{id}")
    public Response ask(@PathParam("id") long id) {
        return view.on(roles.find(id)).show("people/role-delete.ftlh");
    }

    @POST
    @Path("{id}/delete")
    @Fresh(back = LIST + "/{id}")
    public Response delete(@PathParam("id") long id) {
        Role role = roles.find(id);
        return view.answer(id, RoleForm.of(role), () -> {
            change.delete(id, doer.actor());
            return page.to(LIST, response, "role-deleted", "");
        });
    }
}
