package gatehouse.connection;

import java.util.Map;

import gatehouse.web.Label;

/**
 * One more call after user info, with the same access token; its answer becomes a member of the profile.
 *
 * @param required   whether the trip fails when this call does; otherwise the member is absent then
 * @param parameters of the query, as in {@link UserInfoDialect}
 * @param body       when there is any, the members of a JSON object that is posted
 */
public record ExtraCall(String url, String member, boolean required, Map<String, String> parameters, Map<String, String> body, AnswerFormat answer) {

    /** What only a signature or the main answer may say. */
    private static final String NEVER = "sub|iss|aud|azp|exp|iat|nbf|nonce|id|acr|amr|email|email_verified";

    public ExtraCall {
        url = WebAddress.of(DialectRules.or(url, ""), new Label("provider.dialect.call")).uri().toString();
        member = DialectRules.name(DialectRules.or(member, ""));
        if (member.matches(NEVER)) throw DialectRules.refused(member);
        parameters = DialectRules.parameters(parameters);
        body = DialectRules.parameters(body);
        if (answer == null) answer = AnswerFormat.JSON;
    }
}
