package gatehouse.people;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import gatehouse.account.BasePath;
import gatehouse.account.Person;
import gatehouse.account.Role;
import gatehouse.account.Roles;
import gatehouse.setting.Settings;
import gatehouse.setting.SsoSettings;
import gatehouse.web.Envelope;
import gatehouse.web.Given;
import gatehouse.web.Problems;
import gatehouse.web.Refusal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** The users at AList's addresses: found, and added. */
@RequestScoped
@Path("/api/admin/user")
@Produces(Envelope.JSON)
@RolesAllowed("admin")
public class UsersResource {

    @Inject
    ReadUsers read;
    @Inject
    AddUser add;
    @Inject
    Roles roles;
    @Inject
    Settings settings;
    @Inject
    Doer doer;
    @Context
    UriInfo uri;

    /** Fifty a page, by the parameters of the page for people; the next page is asked for by {@code after}. */
    @GET
    @Path("list")
    public Response list() {
        MultivaluedMap<String, String> asked = uri.getQueryParameters();
        String page = asked.getFirst("page");
        if (page != null && !page.equals("1") && !page.equals("0")) throw new Refusal(400, "refused.user-page");
        return Envelope.ok(read.page(Search.of(asked::getFirst), Turn.of(asked::getFirst)));
    }

    @GET
    @Path("get")
    public Response show(@QueryParam("id") long id) {
        return Envelope.ok(read.one(id));
    }

    /** What is left out is as for newcomers. Roles that make an administrator are not taken here. */
    @POST
    @Path("create")
    public Response add(Given given) {
        UserJson.refuseWishes(given, "", 0);
        SsoSettings usual = settings.sso();
        UserForm form = UserJson.over(UserForm.fresh(usual.defaultDirectory(), usual.defaultPermissions()), given, usual.defaultPermissions());
        List<Long> wanted = UserJson.roles(given, roles.grantable()).orElseGet(this::usual);
        boolean oneTime = given.flag("one_time", false);
        boolean disabled = given.flag("disabled", false);
        Problems problems = new Problems();
        Optional<Added> added = form.wish(Person.UNKNOWN, BasePath::new, problems)
                .flatMap(wish -> problems.check("username", () -> add.add(wish, wanted, oneTime, disabled, doer.actor())));
        return added.isPresent() ? Envelope.ok(told(added.get())) : Envelope.of(problems);
    }

    private static Map<String, Object> told(Added added) {
        Map<String, Object> told = new LinkedHashMap<>(Map.of("id", added.id()));
        told.put("one_time_password", added.oneTimePassword().isEmpty() ? null : added.oneTimePassword());
        return told;
    }

    private List<Long> usual() {
        return roles.grantable().stream().filter(role -> role.name().equals(Role.USER)).map(Role::id).toList();
    }
}
