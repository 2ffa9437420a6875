package gatehouse.signin;


import gatehouse.account.Account;
import gatehouse.account.Passwords;
import gatehouse.account.Username;
import gatehouse.session.Device;
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
    Event<SignedIn> signedIn;
    @Inject
    Event<SignInFailed> failed;

    /** @return the token of a new session. @throws Refusal 401 for a wrong pair, 429 after too many */
    public String enter(String username, String password, Device device) {
        Username name = Username.from(username);
        try {
            Account account = passwords.proven(name, password).orElseThrow(SignInRefused::wrongPassword);
            String token = sessions.open(account.id(), null, device);
            signedIn.fire(new SignedIn(account.id(), account.username(), ""));
            return token;
        } catch (Refusal refusal) {
            failed.fire(new SignInFailed(name.shown(), "", refusal.key()));
            throw refusal;
        }
    }
}
