package gatehouse.profile;

import java.util.List;
import java.util.Optional;

import gatehouse.session.CurrentAccount;
import gatehouse.web.Given;
import gatehouse.web.Problems;
import gatehouse.web.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** A program changes its person's account as AList's clients do: name, password and {@code sso_id} in one call, all of it or nothing. */
@ApplicationScoped
public class UpdateMe {

    @Inject
    ChangeAccount change;
    @Inject
    ShowProfile profile;
    @Inject
    ShowMe me;
    @Inject
    Binding binding;
    @Inject
    CurrentAccount current;

    /**
     * @return the new token of this session, when the password changed
     * @throws Refusal 400 for a field of the wrong type and for any sso_id but the empty one; 403 when a program would change a way in, or the sign-in
     *                 is too old; 409 when the last way in would go, or it is not clear what to unbind
     */
    Optional<String> by(Given given, Problems problems) {
        ProfileForm now = profile.form();
        ProfileForm form = new ProfileForm(given.text("username", now.username()), given.text("nickname", now.nickname()), given.text("email", now.email()),
                given.text("password", ""), given.text("current_password", ""));
        Optional<String> unbound = unbound(given);
        if (current.token().isEmpty() && change.needsProof(form)) throw new Refusal(403, "refused.not-fresh");
        return change.save(form, problems, () -> unbound.ifPresent(binding::unbind));
    }

    /** The one provider to be unbound; nothing when no sso_id was sent, or nothing is bound. */
    private Optional<String> unbound(Given given) {
        if (!given.has("sso_id")) return Optional.empty();
        if (!given.text("sso_id").isEmpty()) throw new Refusal(400, "refused.sso-id");
        List<String> bound = me.bindings().stream().filter(ShowMe.Bound::bound).map(ShowMe.Bound::provider).toList();
        if (bound.size() > 1) throw new Refusal(409, "refused.several-bindings");
        if (!bound.isEmpty() && !current.fresh()) throw new Refusal(403, current.token().isPresent() ? "refused.browser-only" : "refused.not-fresh");
        return bound.stream().findFirst();
    }
}
