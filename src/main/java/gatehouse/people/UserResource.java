package gatehouse.people;

import java.util.List;
import java.util.Optional;

import gatehouse.account.Account;
import gatehouse.account.BasePath;
import gatehouse.account.Particulars;
import gatehouse.account.Roles;
import gatehouse.session.AccessTokens;
import gatehouse.web.Envelope;
import gatehouse.web.Fresh;
import gatehouse.web.Given;
import gatehouse.web.Problems;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

/** One account: changed, switched off and on, taken away. */
@RequestScoped
@Path("/api/admin/user")
@Produces(Envelope.JSON)
@RolesAllowed("admin")
public class UserResource {

    @Inject
    ShowUser show;
    @Inject
    ReadUsers read;
    @Inject
    ChangeUser change;
    @Inject
    UpdateUser update;
    @Inject
    AccessTokens tokens;
    @Inject
    Roles roles;
    @Inject
    Doer doer;

    /** What is left out stays; with a {@code version} it is refused when somebody else was quicker. An administrator is made by a fresh browser's session only. */
    @POST
    @Path("update")
    public Response save(Given given) {
        Account account = show.account(given.id());
        ReadUsers.Row now = read.one(account.id()).user();
        UserJson.refuseWishes(given, now.ssoId(), now.role());
        UserForm form = UserJson.over(UserForm.of(account), given, account.ownPermissions());
        Optional<List<Long>> wanted = UserJson.roles(given, roles.all());
        if (wanted.filter(ids -> change.makesAdministrator(account.id(), ids)).isPresent()) doer.proveFresh();
        boolean disabled = given.flag("disabled", account.disabled());
        Problems problems = new Problems();
        Optional<Particulars> wish = form.wish(account.person(), text -> text.equals(account.basePath().value()) ? account.basePath() : BasePath.ofOne(text), problems);
        wish.ifPresent(valid -> problems.check("username", () -> update.by(account.id(), form.version(), valid, wanted, disabled, doer.actor())));
        return problems.any() ? Envelope.of(problems) : Envelope.ok();
    }

    @POST
    @Path("disable")
    public Response disable(@QueryParam("id") long id) {
        change.disable(id, doer.actor());
        return Envelope.ok();
    }

    @POST
    @Path("enable")
    public Response enable(@QueryParam("id") long id) {
        change.enable(id, doer.actor());
        return Envelope.ok();
    }

    @POST
    @Path("delete")
    @Fresh(back = "/admin/users")
    public Response delete(@QueryParam("id") long id) {
        change.delete(id, doer.actor());
        return Envelope.ok();
    }

    /** Ends all the access tokens of the account. */
    @POST
    @Path("end_tokens")
    public Response endTokens(@QueryParam("id") long id) {
        tokens.revokeAll(show.account(id).id());
        return Envelope.ok();
    }
}
