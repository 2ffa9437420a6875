package gatehouse.exchange;

import java.io.IOException;
import java.net.URI;
import java.security.NoSuchAlgorithmException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.scribejava.core.httpclient.HttpClient;
import com.github.scribejava.core.model.OAuthRequest;
import com.github.scribejava.core.model.Response;
import com.github.scribejava.core.model.Verb;
import com.github.scribejava.core.oauth.AccessTokenRequestParams;
import com.github.scribejava.core.oauth.AuthorizationUrlBuilder;
import com.github.scribejava.core.oauth.OAuth20Service;
import com.github.scribejava.core.pkce.PKCE;
import com.github.scribejava.core.pkce.PKCECodeChallengeMethod;

import gatehouse.attempt.Departure;
import gatehouse.connection.AuthorizeDialect;
import gatehouse.connection.ClientAuthentication;
import gatehouse.connection.Connection;
import gatehouse.connection.Endpoints;
import gatehouse.connection.Protocol;
import gatehouse.connection.TokenDialect;
import gatehouse.connection.TokenRequest;
import gatehouse.egress.Reply;
import gatehouse.exchange.ExchangeFailed.Reason;

/** The two requests of the code flow (RFC 6749 section 4.1), made by ScribeJava. */
final class ProviderCalls extends OAuth20Service {

    private final Connection connection;
    private final Departure departure;

    ProviderCalls(Connection connection, Endpoints endpoints, Departure departure, HttpClient wire) {
        super(new ProviderApi(connection, endpoints), connection.clientId(), connection.clientSecret().reveal(), departure.redirectUri(),
                null, "code", null, "Gatehouse", null, wire);
        this.connection = connection;
        this.departure = departure;
    }

    /** Where the browser is sent; an address that has a query or a fragment already keeps both. */
    static URI authorization(Connection connection, Endpoints endpoints, Departure departure) {
        String[] parts = endpoints.authorize().split("#", 2);
        Endpoints bare = new Endpoints(parts[0], endpoints.token(), endpoints.userInfo());
        String url = new ProviderCalls(connection, bare, departure, new ScribeWire(null, null)).authorization();
        AuthorizeDialect words = connection.dialect().authorize();
        if (words.inFragment()) return Wire.uri(url);
        String fragment = parts.length == 2 ? parts[1] : words.fragment();
        return Wire.uri(fragment.isEmpty() ? url : url + "#" + fragment);
    }

    /** The token call; its answer is not yet believed. */
    Reply token(String code) {
        AccessTokenRequestParams request = AccessTokenRequestParams.create(code);
        if (connection.pkce()) request.pkceCodeVerifier(departure.verifier());
        try (Response response = execute(createAccessTokenRequest(request))) {
            return new Reply(response.getCode(), response.getHeader(HttpClient.CONTENT_TYPE), response.getStream().readAllBytes());
        } catch (IOException | ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new ExchangeFailed(Reason.UNREACHABLE, "interrupted");
        }
    }

    /** In the order of seed 004's command line, and without the scope. */
    @Override
    protected OAuthRequest createAccessTokenRequest(AccessTokenRequestParams params) {
        TokenDialect words = connection.dialect().token();
        Map<String, String> told = new LinkedHashMap<>();
        told.put(words.code(), params.getCode());
        told.put(words.grant(), "authorization_code");
        told.put(words.redirect(), getCallback());
        if (params.getPkceCodeVerifier() != null) told.put("code_verifier", params.getPkceCodeVerifier());
        boolean secret = !connection.clientSecret().isEmpty();
        boolean basic = secret && connection.authentication() == ClientAuthentication.BASIC;
        if (!basic) told.put(words.clientId(), getApiKey());
        if (secret && !basic) told.put(words.secret(), getApiSecret());
        told.remove("");
        OAuthRequest request = telling(told, words.request());
        request.addHeader("Accept", "application/json");
        if (basic) getApi().getClientAuthentication().addClientAuthentication(request, getApiKey(), getApiSecret());
        return request;
    }

    private OAuthRequest telling(Map<String, String> told, TokenRequest way) {
        OAuthRequest request = new OAuthRequest(way == TokenRequest.QUERY ? Verb.GET : Verb.POST, getApi().getAccessTokenEndpoint());
        switch (way) {
            case FORM -> told.forEach(request::addBodyParameter);
            case QUERY -> told.forEach(request::addQuerystringParameter);
            case JSON -> {
                ObjectNode members = JsonNodeFactory.instance.objectNode();
                told.forEach(members::put);
                request.addHeader(HttpClient.CONTENT_TYPE, "application/json");
                request.setPayload(members.toString());
            }
        }
        return request;
    }

    private String authorization() {
        AuthorizationUrlBuilder url = createAuthorizationUrlBuilder().state(departure.state());
        if (!scope().isEmpty()) url.scope(scope());
        if (connection.pkce()) url.pkce(pkce());
        return url.additionalParams(more()).build();
    }

    /** What the dialect wants; for OIDC the nonce always, and no older sign-in than now where the person proves themselves anew. */
    private Map<String, String> more() {
        Map<String, String> more = new LinkedHashMap<>(connection.dialect().authorize().extra());
        if (connection.protocol() == Protocol.OAUTH2) return more;
        more.put("nonce", departure.nonce());
        if (departure.anew()) more.put("max_age", "0");
        return more;
    }

    private String scope() {
        String scope = connection.scope().strip();
        boolean complete = connection.protocol() == Protocol.OAUTH2 || (" " + scope + " ").contains(" openid ");
        return complete ? scope : ("openid " + scope).strip();
    }

    private PKCE pkce() {
        PKCE pkce = new PKCE();
        pkce.setCodeVerifier(departure.verifier());
        pkce.setCodeChallengeMethod(PKCECodeChallengeMethod.S256);
        try {
            pkce.setCodeChallenge(PKCECodeChallengeMethod.S256.transform2CodeChallenge(departure.verifier()));
            return pkce;
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
