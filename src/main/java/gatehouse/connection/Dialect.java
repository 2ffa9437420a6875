package gatehouse.connection;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a provider says otherwise than RFC 6749 and OpenID Connect do. What is not given is as the standards have it.
 *
 * @param calls at most four more calls, in this order
 */
public record Dialect(AuthorizeDialect authorize, TokenDialect token, UserInfoDialect userInfo, ErrorRule error, List<ExtraCall> calls) {

    public static final Dialect STANDARD = new Dialect(null, null, null, null, null);
    private static final int MOST_CALLS = 4;

    public Dialect {
        if (authorize == null) authorize = new AuthorizeDialect(null, null, null, null, null, false);
        if (token == null) token = new TokenDialect(null, null, null, null, null, null, null, null, false);
        if (userInfo == null) userInfo = new UserInfoDialect(null, null, null, null, null, null);
        if (error == null) error = new ErrorRule(null, null);
        calls = calls == null ? List.of() : List.copyOf(calls);
        if (calls.size() > MOST_CALLS) throw DialectRules.refused(Integer.toString(calls.size()));
    }

    /** @throws gatehouse.web.Refusal 422 when it is no JSON object of at most 4,096 characters, or holds anything unknown; blank is the standard */
    public static Dialect of(String json) {
        return json.isBlank() ? STANDARD : DialectText.read(json);
    }

    /** What differs from the standard, as a JSON object; empty when nothing does. */
    public String toJson() {
        return DialectText.write(this);
    }

    /** The addresses that it names. */
    public Stream<URI> addresses() {
        return calls.stream().map(call -> URI.create(call.url()));
    }
}
