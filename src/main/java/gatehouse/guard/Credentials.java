package gatehouse.guard;

import java.util.Optional;

import gatehouse.account.Passwords;
import gatehouse.account.Username;
import gatehouse.session.AccessTokens;
import gatehouse.session.Holder;
import gatehouse.session.Outposts;
import gatehouse.session.Presented;
import gatehouse.session.Scope;
import gatehouse.session.Sessions;
import gatehouse.session.TokenView;
import gatehouse.web.Refusal;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** Who asks: by the cookie of that very host, or by an access token that may be used so. Never by an account's own password. */
@Dependent
public class Credentials {

    @Inject
    Outposts outposts;
    @Inject
    AccessTokens tokens;
    @Inject
    Passwords passwords;

    Optional<Holder> byCookie(ProxyHeaders sent, Post post) {
        boolean secure = post.origin().startsWith("https:");
        return sent.cookie(post.atHome() ? Sessions.COOKIE : Outposts.COOKIE, secure).flatMap(token -> outposts.find(token, post.atHome() ? Outposts.HERE : post.origin()));
    }

    /**
     * @return empty for a stranger
     * @throws Refusal 400 for a cookie and a token of two people, 401 for a token that is not good, 403 for one without the scope,
     *         429 after too many guesses at a password
     */
    Optional<Holder> of(ProxyHeaders sent, Post post) {
        Presented presented = Presented.of(sent.client("Authorization"));
        Optional<Holder> byCookie = byCookie(sent, post);
        if (!presented.hasToken()) {
            if (byCookie.isEmpty() && presented.guesses()) passwords.wrong(Username.from(presented.username()));
            return byCookie;
        }
        Holder byToken = byToken(presented);
        if (byCookie.filter(other -> other.account() != byToken.account()).isPresent()) throw new Refusal(400, "refused.guard-two");
        return Optional.of(byToken);
    }

    private Holder byToken(Presented presented) {
        TokenView token = tokens.find(presented.token()).filter(presented::fits).orElseThrow(() -> invalid(presented));
        if (!token.may(Scope.VERIFY)) throw new Refusal(403, "refused.guard-scope").header("WWW-Authenticate", "Bearer error=\"insufficient_scope\"");
        return Holder.of(token);
    }

    private static Refusal invalid(Presented presented) {
        String challenge = presented.way() == Presented.Way.BASIC ? Checkpoint.BASIC : "Bearer error=\"invalid_token\"";
        return new Refusal(401, "refused.token").header("WWW-Authenticate", challenge);
    }
}
