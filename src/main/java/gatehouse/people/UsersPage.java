package gatehouse.people;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import gatehouse.account.BasePath;
import gatehouse.account.Particulars;
import gatehouse.account.Person;
import gatehouse.account.Role;
import gatehouse.account.Roles;
import gatehouse.setting.Settings;
import gatehouse.setting.SsoSettings;
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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** The users: found, and added. */
@Controller
@RequestScoped
@Path("/admin/users")
@Produces(Page.HTML)
@RolesAllowed("admin")
public class UsersPage {

    private static final String ADD = "people/add.ftlh";

    @Inject
    Page page;
    @Inject
    ListUsers users;
    @Inject
    AddUser add;
    @Inject
    Roles roles;
    @Inject
    Settings settings;
    @Inject
    Doer doer;
    @Context
    HttpServletResponse response;
    @Context
    UriInfo uri;

    @GET
    public Response list() {
        MultivaluedMap<String, String> asked = uri.getQueryParameters();
        return users.on(page, Search.of(asked::getFirst), Turn.of(asked::getFirst)).show("people/users.ftlh");
    }

    @GET
    @Path("new")
    public Response fresh() {
        SsoSettings usual = settings.sso();
        return with(UserForm.fresh(usual.defaultDirectory(), usual.defaultPermissions()), usual(), true).show(ADD);
    }

    /** Administrators are made on the account's own page, after a fresh sign-in: here their roles are not offered and not taken. */
    @POST
    @Path("new")
    public Response add(TypedForm typed) {
        UserForm form = UserForm.typed(typed, settings.sso().defaultPermissions());
        List<Long> wanted = TypedIds.of(typed, "roles").stream().filter(Role.ids(roles.grantable())::contains).toList();
        Problems problems = new Problems();
        Optional<Added> added = form.wish(Person.UNKNOWN, BasePath::new, problems).flatMap(wish -> added(wish, wanted, typed.ticked("oneTime"), problems));
        if (added.isEmpty()) return with(form, wanted, typed.ticked("oneTime")).show(ADD, problems);
        String address = "/admin/users/" + added.get().id();
        if (added.get().oneTimePassword().isEmpty()) return page.to(address, response, "user-added", "");
        return page.with("user", Map.of("id", added.get().id(), "username", form.texts().get("username"))).with("password", added.get().oneTimePassword())
                .with("path", address).show("people/password.ftlh");
    }

    private Optional<Added> added(Particulars wish, List<Long> wanted, boolean oneTime, Problems problems) {
        return problems.check("username", () -> add.add(wish, wanted, oneTime, false, doer.actor()));
    }

    private List<Long> usual() {
        return roles.grantable().stream().filter(role -> role.name().equals(Role.USER)).map(Role::id).toList();
    }

    private Page with(UserForm form, List<Long> chosen, boolean oneTime) {
        List<Map<String, Object>> offered = roles.grantable().stream().map(role -> Map.<String, Object>of("value", role.id(), "name", role.name(),
                "ticked", chosen.contains(role.id()))).toList();
        return page.with("form", form.shown()).with("roles", offered).with("oneTime", oneTime);
    }
}
