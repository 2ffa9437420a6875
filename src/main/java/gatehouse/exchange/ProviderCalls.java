package gatehouse.exchange;

import java.io.IOException;
import java.net.URI;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.concurrent.ExecutionException;

import com.github.scribejava.core.httpclient.HttpClient;
import com.github.scribejava.core.model.OAuthRequest;
import com.github.scribejava.core.model.Response;
import com.github.scribejava.core.oauth.AccessTokenRequestParams;
import com.github.scribejava.core.oauth.AuthorizationUrlBuilder;
import com.github.scribejava.core.oauth.OAuth20Service;
import com.github.scribejava.core.pkce.PKCE;
import com.github.scribejava.core.pkce.PKCECodeChallengeMethod;

import gatehouse.exchange.ExchangeFailed.Reason;
import gatehouse.provider.Connection;
import gatehouse.provider.Endpoints;
import gatehouse.provider.Protocol;

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
        return Egress.uri(parts.length == 1 ? url : url + "#" + parts[1]);
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
        OAuthRequest request = new OAuthRequest(getApi().getAccessTokenVerb(), getApi().getAccessTokenEndpoint());
        request.addHeader("Accept", "application/json");
        request.addBodyParameter("code", params.getCode());
        request.addBodyParameter("grant_type", "authorization_code");
        request.addBodyParameter("redirect_uri", getCallback());
        if (params.getPkceCodeVerifier() != null) request.addBodyParameter("code_verifier", params.getPkceCodeVerifier());
        getApi().getClientAuthentication().addClientAuthentication(request, getApiKey(), getApiSecret());
        return request;
    }

    private String authorization() {
        AuthorizationUrlBuilder url = createAuthorizationUrlBuilder().state(departure.state());
        if (!scope().isEmpty()) url.scope(scope());
        if (connection.pkce()) url.pkce(pkce());
        if (connection.protocol() == Protocol.OIDC) url.additionalParams(openId());
        return url.build();
    }

    /** The nonce always; and no older sign-in than now, where the person proves themselves anew. */
    private Map<String, String> openId() {
        return departure.anew() ? Map.of("nonce", departure.nonce(), "max_age", "0") : Map.of("nonce", departure.nonce());
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
