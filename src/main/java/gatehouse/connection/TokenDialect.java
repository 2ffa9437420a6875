package gatehouse.connection;

import java.util.List;

/**
 * How the code is turned into a token. An empty name is a parameter that is not sent.
 *
 * @param path    where the access token stands, such as {@code data.access_token}; what else the provider gives stands beside it
 * @param anyType whether a token type other than Bearer is let pass, and a missing one for OIDC too
 */
public record TokenDialect(TokenRequest request, String clientId, String secret, String code, String grant, String redirect, AnswerFormat answer,
                           String path, boolean anyType) {

    public TokenDialect {
        if (request == null) request = TokenRequest.FORM;
        clientId = DialectRules.name(DialectRules.or(clientId, "client_id"));
        secret = DialectRules.name(DialectRules.or(secret, "client_secret"));
        code = DialectRules.nameOrNone(DialectRules.or(code, "code"));
        grant = DialectRules.nameOrNone(DialectRules.or(grant, "grant_type"));
        redirect = DialectRules.nameOrNone(DialectRules.or(redirect, "redirect_uri"));
        if (answer == null) answer = AnswerFormat.JSON;
        path = DialectRules.path(DialectRules.or(path, "access_token"));
    }

    public List<String> steps() {
        return List.of(path.split("\\."));
    }
}
