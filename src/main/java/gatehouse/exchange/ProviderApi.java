package gatehouse.exchange;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

import com.github.scribejava.core.builder.api.DefaultApi20;
import com.github.scribejava.core.extractors.TokenExtractor;
import com.github.scribejava.core.model.OAuth2AccessToken;
import com.github.scribejava.core.model.OAuthRequest;
import com.github.scribejava.core.oauth2.clientauthentication.ClientAuthentication;

import gatehouse.provider.Connection;
import gatehouse.provider.Endpoints;

/** A connection as ScribeJava sees it: two addresses and how we name ourselves. */
final class ProviderApi extends DefaultApi20 {

    private final Connection connection;
    private final Endpoints endpoints;

    ProviderApi(Connection connection, Endpoints endpoints) {
        this.connection = connection;
        this.endpoints = endpoints;
    }

    @Override
    public String getAccessTokenEndpoint() {
        return endpoints.token();
    }

    @Override
    protected String getAuthorizationBaseUrl() {
        return endpoints.authorize();
    }

    /** RFC 6749 section 2.3.1: Basic with both parts form-encoded first, or both in the body; without a secret, the id alone in the body. */
    @Override
    public ClientAuthentication getClientAuthentication() {
        if (connection.clientSecret().isEmpty()) return (request, id, secret) -> request.addBodyParameter("client_id", id);
        return switch (connection.authentication()) {
            case BASIC -> (request, id, secret) -> request.addHeader("Authorization", basic(id, secret));
            case BODY -> ProviderApi::body;
        };
    }

    /** Never used: {@link TokenReply} reads the answer, because ScribeJava's readers believe too much. */
    @Override
    public TokenExtractor<OAuth2AccessToken> getAccessTokenExtractor() {
        throw new UnsupportedOperationException("read by TokenReply");
    }

    private static void body(OAuthRequest request, String id, String secret) {
        request.addBodyParameter("client_id", id);
        request.addBodyParameter("client_secret", secret);
    }

    private static String basic(String id, String secret) {
        String pair = form(id) + ":" + form(secret);
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.US_ASCII));
    }

    private static String form(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
