package gatehouse.people;

import java.util.List;
import java.util.Optional;

import gatehouse.account.Account;
import gatehouse.account.BasePath;
import gatehouse.account.Particulars;
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

/** One account: shown, changed, given roles, switched off and on, taken away. */
@Controller
@RequestScoped
@Path("/admin/users")
@Produces(Page.HTML)
@RolesAllowed("admin")
public class UserPage {

    private static final String ADDRESS = "/admin/users/";

    @Inject
    Page page;
    @Inject
    UserView view;
    @Inject
    ShowUser show;
    @Inject
    ChangeUser change;
    @Inject
    Doer doer;
    @Context
    HttpServletResponse response;

    @GET
    @Path("{id}")
    public Response show(@PathParam("id") long id) {
        return view.show(id);
    }

    @POST
    @Path("{id}")
    public Response save(@PathParam("id") long id, TypedForm typed) {
        Account account = show.account(id);
        UserForm form = UserForm.typed(typed, account.ownPermissions());
        Problems problems = new Problems();
        Optional<Particulars> wish = form.wish(account.person(), text -> text.equals(account.basePath().value()) ? account.basePath() : BasePath.ofOne(text), problems);
        if (wish.isEmpty()) return view.show(id, form, problems);
        return view.conflicting(id, form, wish.get().permissions(), () -> {
            Optional<Boolean> saved = problems.check("username", () -> changed(id, form.version(), wish.get()));
            return saved.isEmpty() ? view.show(id, form, problems) : page.to(ADDRESS + id, response, "user-saved", "");
        });
    }

    private boolean changed(long id, int seen, Particulars wish) {
        change.change(id, seen, wish, doer.actor());
        return true;
    }

    @POST
    @Path("{id}/roles")
    public Response grant(@PathParam("id") long id, TypedForm typed) {
        List<Long> roles = TypedIds.of(typed, "roles");
        if (change.makesAdministrator(id, roles) && !doer.fresh()) return page.to("/again?next=" + ADDRESS + id);
        return view.answer(id, () -> {
            change.grant(id, UserForm.version(typed), roles, doer.actor());
            return page.to(ADDRESS + id, response, "user-roles", "");
        });
    }

    @POST
    @Path("{id}/disable")
    public Response disable(@PathParam("id") long id) {
        return view.answer(id, () -> {
            change.disable(id, doer.actor());
            return page.to(ADDRESS + id, response, "user-disabled", "");
        });
    }

    @POST
    @Path("{id}/enable")
    public Response enable(@PathParam("id") long id) {
        change.enable(id, doer.actor());
        return page.to(ADDRESS + id, response, "user-enabled", "");
    }

    @GET
    @Path("{id}/delete")
    @Fresh(back = ADDRESS + "{id}")
    public Response ask(@PathParam("id") long id) {
        return view.on(id).show("people/delete.ftlh");
    }

    @POST
    @Path("{id}/delete")
    @Fresh(back = ADDRESS + "{id}")
    public Response delete(@PathParam("id") long id) {
        return view.answer(id, () -> {
            change.delete(id, doer.actor());
            return page.to("/admin/users", response, "user-deleted", "");
        });
    }
}
