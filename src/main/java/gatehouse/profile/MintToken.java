package gatehouse.profile;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

import gatehouse.session.AccessTokens;
import gatehouse.session.CurrentAccount;
import gatehouse.session.Minted;
import gatehouse.session.Scope;
import gatehouse.web.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** A person makes a token for a program of theirs: by a browser's session only, so that no token makes another. */
@ApplicationScoped
public class MintToken {

    @Inject
    AccessTokens tokens;
    @Inject
    CurrentAccount current;
    @Inject
    Clock clock;

    /** Empty when there are problems. @throws gatehouse.web.Refusal 403 for a program, and for the scope admin without the right; 409 for a 51st */
    Optional<Minted> by(TokenForm form, Problems problems) {
        long account = current.session().account();
        problems.check("tokenName", () -> AccessTokens.name(form.tokenName()));
        Set<Scope> scopes = form.scopes(problems);
        if (scopes.isEmpty()) problems.add("tokenScopes", "token.scopes.none");
        Optional<Instant> expires = form.expires(clock, problems);
        if (problems.any()) return Optional.empty();
        String field = form.tokenDays().equals("date") ? "tokenUntil" : "tokenDays";
        return problems.check(field, () -> tokens.mint(account, form.tokenName(), scopes, expires.orElseThrow()));
    }
}
