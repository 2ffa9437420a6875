package gatehouse.session;

import java.time.Clock;
import java.util.Optional;

import gatehouse.web.Refusal;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

/** Whose request this is: a browser's, by its session, or a program's, by its access token. */
@RequestScoped
public class CurrentAccount {

    @Inject
    Clock clock;
    private Optional<SessionView> session = Optional.empty();
    private Optional<TokenView> token = Optional.empty();
    private boolean byBasic;

    /** Said once, by whoever read the cookie. */
    public void is(SessionView view) {
        session = Optional.of(view);
    }

    /** Said once, by the filter that read the header. @param basic whether the token came as the password of Basic */
    public void is(TokenView view, boolean basic) {
        token = Optional.of(view);
        byBasic = basic;
    }

    public boolean signedIn() {
        return session.isPresent() || token.isPresent();
    }

    /** The access token the request came with, if it did. */
    public Optional<TokenView> token() {
        return token;
    }

    /** The token, unless a browser may have sent it by itself, as it does with Basic: for what a mere link must not do. */
    public Optional<TokenView> tokenOnPurpose() {
        return byBasic ? Optional.empty() : token;
    }

    /** The browser's session. @throws Refusal 401 when nobody is signed in, 403 when a program asks for what only a browser's session may */
    public SessionView session() {
        if (token.isPresent()) throw new Refusal(403, "refused.browser-only");
        return session.orElseThrow(() -> new Refusal(401, "refused.sign-in"));
    }

    public long id() {
        return token.map(TokenView::account).orElseGet(() -> session().account());
    }

    public String username() {
        return token.map(TokenView::username).orElseGet(() -> session().username());
    }

    /** Whether the person proved who they are at most 15 minutes ago; sensitive actions need that, and a program never did. */
    public boolean fresh() {
        return token.isEmpty() && session().freshAt(clock.instant());
    }
}
