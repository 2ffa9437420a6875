package gatehouse.exchange;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import com.nimbusds.jose.jwk.JWKSet;

import gatehouse.HandClock;
import gatehouse.attempt.Departure;
import gatehouse.connection.Connection;
import gatehouse.egress.Egress;
import gatehouse.egress.FakeProvider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

/** An OIDC provider that behaves until told otherwise, and an exchange that asks it. */
final class Lab implements AutoCloseable {

    static final Departure DEPARTURE = new Departure("state", "the-nonce", "v".repeat(43), "https://gate.example/callback", false);
    private Departure departure = DEPARTURE;
    static final Callback CALLBACK = new Callback("the-code", Optional.empty());
    static final String ACCESS_TOKEN = "the-access-token";

    final FakeProvider provider = new FakeProvider();
    final HandClock clock = new HandClock();
    final Egress egress;
    final Exchange exchange = new Exchange();
    final AtomicReference<String> idToken = new AtomicReference<>();
    final Connection connection = Connections.oidc(provider.url(""));

    Lab() throws IOException {
        this(new Egress("private", "", "", ""));
    }

    Lab(Egress egress) throws IOException {
        this.egress = egress;
        exchange.egress = egress;
        exchange.clock = clock;
        exchange.open();
        publish(metadata(""));
        keys(Signer.RSA.publicKeys());
        provider.on("/userinfo", "{\"sub\":\"person-1\",\"name\":\"Ada\"}");
        provider.on("/token", exchange -> FakeProvider.answer(exchange, 200, "application/json", tokens().getBytes()));
        token(claims());
    }

    /** From now on the person has to prove themselves anew. */
    void anew() {
        departure = new Departure(DEPARTURE.state(), DEPARTURE.nonce(), DEPARTURE.verifier(), DEPARTURE.redirectUri(), true);
    }

    /** Good claims at this moment. */
    Claims claims() {
        long now = clock.instant().getEpochSecond();
        return new Claims().with("iss", connection.issuer()).with("aud", "client").with("sub", "person-1").with("iat", now)
                .with("exp", now + 300).with("nonce", DEPARTURE.nonce());
    }

    void token(Claims claims) {
        idToken.set(Signer.RSA.sign(claims));
    }

    void publish(String metadata) {
        provider.on("/.well-known/openid-configuration", metadata);
    }

    void keys(JWKSet keys) {
        provider.on("/jwks", keys.toString(true));
    }

    String metadata(String more) {
        return """
                {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize","token_endpoint":"%1$s/token","userinfo_endpoint":"%1$s/userinfo",
                "jwks_uri":"%1$s/jwks","id_token_signing_alg_values_supported":["RS256","PS256","ES256","HS256","none"]%2$s}"""
                .formatted(connection.issuer(), more);
    }

    Arrival arrive() {
        return exchange.arrive(connection, departure, CALLBACK);
    }

    /** The trip fails for this reason, at this check, before the access token is used. */
    void refused(ExchangeFailed.Reason reason, String detail) {
        int before = provider.seen("/userinfo").size();
        ExchangeFailed failed = assertThrows(ExchangeFailed.class, this::arrive);
        assertEquals(reason + " (" + detail + ")", failed.getMessage());
        assertEquals(before, provider.seen("/userinfo").size(), "user info must not be asked");
    }

    /** Signs in by a token of these claims. @return the subject */
    String accepted(Claims claims) {
        return accepted(Signer.RSA.sign(claims));
    }

    String accepted(String token) {
        idToken.set(token);
        return arrive().profile().path("sub").textValue();
    }

    /** @param check what it is refused by */
    void refused(String check, Claims claims) {
        refused(check, Signer.RSA.sign(claims));
    }

    void refused(String check, String token) {
        idToken.set(token);
        idTokenRefused(check);
    }

    void idTokenRefused(String detail) {
        refused(ExchangeFailed.Reason.ID_TOKEN, detail);
    }

    @Override
    public void close() {
        exchange.close();
        provider.close();
    }

    private String tokens() {
        return """
                {"access_token":"%s","token_type":"Bearer","id_token":"%s"}""".formatted(ACCESS_TOKEN, idToken.get());
    }
}
