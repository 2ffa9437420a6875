package gatehouse.exchange;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import gatehouse.connection.ClientAuthentication;
import gatehouse.connection.Connection;
import gatehouse.connection.Endpoints;
import gatehouse.exchange.ExchangeFailed.Reason;

/**
 * What an OIDC provider publishes of itself (OpenID Connect Discovery section 3, RFC 8414, RFC 9207).
 *
 * @param algorithms      of its id_tokens, as far as we take them; never empty
 * @param promisesIssuer  whether every callback names the issuer
 * @param authentications how the token call may name us; empty when it does not say
 * @param challenges      the code challenge methods; empty when it does not say
 */
record Metadata(String issuer, Endpoints endpoints, String jwks, Set<String> algorithms, boolean promisesIssuer,
                Set<String> authentications, Set<String> challenges) {

    /** The signatures that are believed. */
    static final Set<String> OURS = Set.of("RS256", "PS256", "ES256");

    /** @throws ExchangeFailed when something needed is missing or has the wrong type, or the issuer is another */
    static Metadata of(ObjectNode document, String issuer) {
        if (!issuer.equals(document.path("issuer").textValue())) throw bad("issuer");
        Endpoints endpoints = new Endpoints(required(document, "authorization_endpoint"), required(document, "token_endpoint"),
                Optional.ofNullable(document.path("userinfo_endpoint").textValue()).orElse(""));
        return new Metadata(issuer, endpoints, required(document, "jwks_uri"), algorithms(document),
                document.path("authorization_response_iss_parameter_supported").booleanValue(),
                texts(document, "token_endpoint_auth_methods_supported"), texts(document, "code_challenge_methods_supported"));
    }

    /** @throws ExchangeFailed when the provider says that it does not do what the connection is set to */
    void suits(Connection connection) {
        if (!connection.clientSecret().isEmpty() && !takes(connection.authentication())) throw bad("client authentication");
        if (connection.pkce() && !challenges.isEmpty() && !challenges.contains("S256")) throw bad("code challenge");
    }

    /** Whether the token call may name us so; what is not said is allowed. */
    boolean takes(ClientAuthentication authentication) {
        String method = authentication == ClientAuthentication.BASIC ? "client_secret_basic" : "client_secret_post";
        return authentications.isEmpty() || authentications.contains(method);
    }

    private static Set<String> algorithms(ObjectNode document) {
        Set<String> published = texts(document, "id_token_signing_alg_values_supported");
        if (published.isEmpty()) return Set.of("RS256");
        published.retainAll(OURS);
        if (published.isEmpty()) throw bad("algorithms");
        return published;
    }

    private static String required(ObjectNode document, String name) {
        JsonNode value = document.path(name);
        if (!value.isTextual() || value.textValue().isEmpty()) throw bad(name.replace('_', ' '));
        return value.textValue();
    }

    private static Set<String> texts(ObjectNode document, String name) {
        Set<String> texts = new HashSet<>();
        for (JsonNode value : document.path(name)) {
            if (value.isTextual()) texts.add(value.textValue());
        }
        return texts;
    }

    private static ExchangeFailed bad(String detail) {
        return new ExchangeFailed(Reason.PROTOCOL, "metadata: " + detail);
    }
}
