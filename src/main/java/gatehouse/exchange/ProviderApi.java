package gatehouse.exchange;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

import com.github.scribejava.core.builder.api.DefaultApi20;
import com.github.scribejava.core.extractors.TokenExtractor;
import com.github.scribejava.core.model.OAuth2AccessToken;
import com.github.scribejava.core.model.ParameterList;
import com.github.scribejava.core.oauth2.clientauthentication.ClientAuthentication;
import gatehouse.connection.AuthorizeDialect;
import gatehouse.connection.Connection;
import gatehouse.connection.Endpoints;

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

    /** In the order that WeChat demands. */
    @Override
    public String getAuthorizationUrl(String responseType, String id, String callback, String scope, String state, Map<String, String> more) {
        AuthorizeDialect words = connection.dialect().authorize();
        ParameterList parameters = new ParameterList();
        parameters.add(words.clientId(), id);
        parameters.add(words.redirect(), callback);
        parameters.add("response_type", responseType);
        if (scope != null) parameters.add("scope", scope);
        parameters.add("state", state);
        more.forEach(parameters::add);
        if (!words.inFragment()) return parameters.appendTo(getAuthorizationBaseUrl());
        return getAuthorizationBaseUrl() + "#" + words.fragment() + "?" + parameters.asFormUrlEncodedString();
    }

    /** RFC 6749 section 2.3.1: Basic, with both parts form-encoded first. */
    @Override
    public ClientAuthentication getClientAuthentication() {
        return (request, id, secret) -> request.addHeader("Authorization", basic(id, secret));
    }

    /** Never used: {@link TokenReply} reads the answer, because ScribeJava's readers believe too much. */
    @Override
    public TokenExtractor<OAuth2AccessToken> getAccessTokenExtractor() {
        throw new UnsupportedOperationException("read by TokenReply");
    }

    private static String basic(String id, String secret) {
        String pair = form(id) + ":" + form(secret);
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.US_ASCII));
    }

    private static String form(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
