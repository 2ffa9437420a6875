package gatehouse.signin;

import java.util.function.Function;

import gatehouse.account.Account;
import gatehouse.account.Bucket;
import gatehouse.account.Passwords;
import gatehouse.account.Username;
import gatehouse.session.AccessTokens;
import gatehouse.session.Device;
import gatehouse.session.Minted;
import gatehouse.session.Sessions;
import gatehouse.web.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

/** The password way in. A wrong name, a wrong password, a disabled account and one without a password all look and cost the same. */
@ApplicationScoped
public class PasswordSignIn {

    @Inject
    Passwords passwords;
    @Inject
    Sessions sessions;
    @Inject
    AccessTokens tokens;
    @Inject
    Event<SignedIn> signedIn;
    @Inject
    Event<SignInFailed> failed;

    /**
     * @param counted where the guess is counted
     * @return the token of a new session. @throws Refusal 401 for a wrong pair, 429 after too many
     */
    String enter(Username name, String password, Bucket counted, Device device) {
        return proven(name, password, counted, account -> sessions.openBy(account, device));
    }

    /** For a program. @throws Refusal 401 for a wrong pair, 429 after too many, 403 when a one-time password has to be replaced first */
    Minted token(String username, String password) {
        Username name = Username.from(username);
        return proven(name, password, Bucket.of(name), account -> {
            if (account.mustChangePassword()) throw new Refusal(403, "refused.choose-password");
            return tokens.byLogin(account);
        });
    }

    private <T> T proven(Username name, String password, Bucket counted, Function<Account, T> entry) {
        try {
            Account account = passwords.proven(name, password, counted).orElseThrow(SignInRefused::wrongPassword);
            T entered = entry.apply(account);
            signedIn.fire(new SignedIn(account.id(), account.username(), ""));
            return entered;
        } catch (Refusal refusal) {
            failed.fire(new SignInFailed(name.shown(), "", refusal.key()));
            throw refusal;
        }
    }
}
