package gatehouse.signin;

import gatehouse.account.Account;
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

    /** @return the token of a new session. @throws Refusal 401 for a wrong pair, 429 after too many */
    public String enter(String username, String password, Device device) {
        Account account = proven(username, password);
        String token = sessions.open(account.id(), null, device);
        signedIn.fire(new SignedIn(account.id(), account.username(), ""));
        return token;
    }

    /** For a program. @throws Refusal 401 for a wrong pair, 429 after too many, 403 when a one-time password has to be replaced first */
    Minted token(String username, String password) {
        Account account = proven(username, password);
        if (account.mustChangePassword()) throw new Refusal(403, "refused.choose-password");
        Minted token = tokens.byLogin(account.id());
        signedIn.fire(new SignedIn(account.id(), account.username(), ""));
        return token;
    }

    private Account proven(String username, String password) {
        Username name = Username.from(username);
        try {
            return passwords.proven(name, password).orElseThrow(SignInRefused::wrongPassword);
        } catch (Refusal refusal) {
            failed.fire(new SignInFailed(name.shown(), "", refusal.key()));
            throw refusal;
        }
    }
}
