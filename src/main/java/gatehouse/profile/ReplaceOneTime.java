package gatehouse.profile;

import java.util.Optional;

import gatehouse.account.Password;
import gatehouse.account.PasswordHash;
import gatehouse.account.Passwords;
import gatehouse.account.Username;
import gatehouse.session.CurrentAccount;
import gatehouse.web.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Whoever came in by a one-time password chooses their own; the one-time one is no longer good. */
@ApplicationScoped
class ReplaceOneTime {

    @Inject
    CurrentAccount current;
    @Inject
    Change change;
    @Inject
    Passwords passwords;

    /** @return the new token of this session; with problems nothing is written */
    Optional<String> by(String typed, String repeated, Problems problems) {
        Optional<Password> password = problems.check("password", () -> Password.of(typed, Username.from(current.session().username())));
        if (password.isPresent() && passwords.kept(current.id(), typed)) problems.add("password", "password.same");
        if (!typed.equals(repeated)) problems.add("repeated", "password.repeated.different");
        return password.filter(valid -> !problems.any()).map(PasswordHash::of).map(hash -> change.replaceOneTime(current.session(), hash));
    }
}
