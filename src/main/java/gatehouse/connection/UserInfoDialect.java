package gatehouse.connection;

import java.util.Map;

/**
 * How user info is asked. The access token travels in a header, or in a query parameter when {@code query} names one.
 *
 * @param prefix     what stands before the token in the header, usually {@code "Bearer "}
 * @param headers    fixed ones
 * @param parameters of the query: fixed, or {@code {code}}, {@code {client_id}}, {@code {token.name}}, {@code {user.name}}
 */
public record UserInfoDialect(String header, String prefix, String query, Map<String, String> headers, Map<String, String> parameters,
                              AnswerFormat answer) {

    public UserInfoDialect {
        header = DialectRules.header(DialectRules.or(header, "Authorization"));
        prefix = DialectRules.or(prefix, "Bearer ");
        if (!prefix.matches("([A-Za-z0-9]{1,32} )?")) throw DialectRules.refused(prefix);
        query = DialectRules.nameOrNone(DialectRules.or(query, ""));
        headers = DialectRules.headers(headers);
        parameters = DialectRules.parameters(parameters);
        if (answer == null) answer = AnswerFormat.JSON;
    }
}
