package gatehouse.it.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import gatehouse.it.Page;
import gatehouse.it.Parameters;
import gatehouse.it.Unreachable;
import gatehouse.it.Visitor;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FakeProviderTest {

    private static final String HOME = "http://localhost:1/callback?method=x";
    // RFC 7636 appendix B
    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    @AutoClose
    private static FakeProvider provider;
    private static Visitor visitor;

    @BeforeAll
    static void open() {
        provider = FakeProvider.oidc("127.0.0.1").client("a:b c", "p+/%é:");
        visitor = new Visitor(URI.create(provider.address()));
    }

    @AfterEach
    void forget() {
        provider.reset();
    }

    @Test
    void an_answer_may_depend_on_the_request() {
        provider.tell("/echo", request -> Answer.json(request.query().one("x"))).tellOnce("/echo", Answer.json("once"));
        assertEquals("once 1 2", visitor.get("/echo?x=0").text() + " " + visitor.get("/echo?x=1").text() + " " + visitor.get("/echo?x=2").text());
        provider.reset();
        assertEquals(404, visitor.get("/echo?x=3").status());
    }

    @Test
    void a_code_becomes_a_signed_token_and_user_info() throws Exception {
        Page departure = authorize();
        assertEquals("s", departure.locationParameter("state"));
        assertEquals(provider.address(), departure.locationParameter("iss"));
        Page reply = token(departure.locationParameter("code"), HOME, VERIFIER);
        SignedJWT idToken = SignedJWT.parse(member(reply, "id_token"));
        assertTrue(idToken.verify(new RSASSAVerifier(JWKSet.parse(visitor.get("/jwks").text()).getKeys().get(0).toRSAKey())));
        assertEquals("n", idToken.getJWTClaimsSet().getStringClaim("nonce"));
        Page info = visitor.get("/userinfo", "Authorization", "Bearer " + member(reply, "access_token"));
        assertTrue(info.text().contains("\"preferred_username\":\"ann\""));
        assertEquals("POST", provider.received("/token").get(0).method());
    }

    @Test
    void a_code_works_once() {
        String code = authorize().locationParameter("code");
        assertEquals(200, token(code, HOME, VERIFIER).status());
        assertEquals(400, token(code, HOME, VERIFIER).status());
    }

    @Test
    void another_redirect_address_or_verifier_is_refused() {
        assertEquals(400, token(authorize().locationParameter("code"), "http://localhost:1/callback", VERIFIER).status());
        assertEquals(400, token(authorize().locationParameter("code"), HOME, VERIFIER + "x").status());
    }

    @Test
    void a_secret_that_is_not_form_encoded_is_refused() {
        String basic = "Basic " + Base64.getEncoder().encodeToString("a:b c:p+/%é:".getBytes(StandardCharsets.UTF_8));
        assertEquals(401, visitor.post("/token", fields("x", HOME, VERIFIER), "Authorization", basic).status());
    }

    @Test
    void a_test_changes_the_token_and_the_key() throws Exception {
        String oldKey = provider.keys().current().getKeyID();
        provider.keys().rotate();
        provider.idToken(token -> token.claim("iss", "http://evil.test").unsigned("none"));
        String idToken = member(token(authorize().locationParameter("code"), HOME, VERIFIER), "id_token");
        assertTrue(idToken.endsWith("."));
        assertTrue(new String(Base64.getUrlDecoder().decode(idToken.split("\\.")[1]), StandardCharsets.UTF_8).contains("http://evil.test"));
        assertFalse(visitor.get("/jwks").text().contains(oldKey));
    }

    @Test
    void a_test_tells_any_answer() {
        provider.tellOnce("/token", Answer.redirect(307, "http://evil.test/")).tell("/token", Answer.json("{").cutAfter(0));
        assertEquals("http://evil.test/", visitor.get("/token").header("location").orElseThrow());
        assertThrows(Unreachable.class, () -> visitor.get("/token"));
        provider.tell("/token", Answer.json("{}").gzipped().trickling(Duration.ofMillis(1)));
        assertEquals("gzip", visitor.get("/token").header("content-encoding").orElseThrow());
        provider.tell("/token", Answer.huge(100_000));
        assertEquals(100_000, visitor.get("/token").body().length);
        assertEquals(4, provider.received("/token").size());
    }

    @Test
    void a_refusal_comes_back_with_the_state() {
        provider.refuses("access_denied");
        Page departure = authorize();
        assertEquals("access_denied", departure.locationParameter("error"));
        assertEquals("s", departure.locationParameter("state"));
    }

    @Test
    void plain_oauth_has_no_discovery() {
        try (FakeProvider plain = FakeProvider.oauth("localhost").client("a:b c", "p+/%é:")) {
            assertEquals(404, visitor.get(plain.at("/.well-known/openid-configuration")).status());
        }
    }

    private Page authorize() {
        return visitor.get("/authorize?" + Parameters.listed("client_id", "a:b c", "response_type", "code", "redirect_uri", HOME, "scope", "openid email",
                "state", "s", "nonce", "n", "code_challenge", CHALLENGE, "code_challenge_method", "S256").encoded());
    }

    private Page token(String code, String home, String verifier) {
        String basic = "Basic " + Base64.getEncoder().encodeToString("a%3Ab+c:p%2B%2F%25%C3%A9%3A".getBytes(StandardCharsets.UTF_8));
        return visitor.post("/token", fields(code, home, verifier), "Authorization", basic);
    }

    private static Parameters fields(String code, String home, String verifier) {
        return Parameters.listed("grant_type", "authorization_code", "code", code, "redirect_uri", home, "code_verifier", verifier);
    }

    private static String member(Page json, String name) {
        return json.text().replaceFirst(".*\"" + name + "\":\"([^\"]*)\".*", "$1");
    }
}
