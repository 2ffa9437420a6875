package gatehouse.session;

import java.time.Instant;
import java.util.List;

import gatehouse.account.BasePath;

/** An access token and a row of its account. */
record TokenRow(long id, String scopes, Instant lastUsed, GrantRow grant) {

    /** @param rows of one token, at least one */
    static TokenView together(List<TokenRow> rows) {
        GrantRow any = rows.get(0).grant;
        Rights rights = Rights.of(rows.stream().map(TokenRow::grant).toList());
        return new TokenView(rows.get(0).id, any.account(), any.username(), any.person(), rights.administrator(), Scope.read(rows.get(0).scopes),
                new BasePath(any.basePath()), rights.permissions(), rights.roles());
    }
}
