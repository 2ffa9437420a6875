package gatehouse.it.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gatehouse.it.Page;
import gatehouse.it.Parameters;
import gatehouse.it.Visitor;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@WithKeycloak
class KeycloakIT {

    private static final String HOME = "http://localhost:1/api/auth/sso_callback/keycloak";
    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    @Test
    void everyone_of_the_realm_signs_in_by_its_form(Keycloak keycloak) {
        for (String user : new String[] {"ann", "bob", "张三"}) {
            Visitor visitor = new Visitor(URI.create(keycloak.issuer()));
            Page home = keycloak.signIn(visitor, departure(visitor, keycloak), user);
            assertEquals(HOME, home.location().toString().split("\\?")[0]);
            assertEquals("s", home.locationParameter("state"));
            assertEquals(keycloak.issuer(), home.locationParameter("iss"));
            assertTrue(exchange(visitor, keycloak, home.locationParameter("code")).text().contains("id_token"));
        }
    }

    private static Page departure(Visitor visitor, Keycloak keycloak) {
        String query = Parameters.listed("client_id", keycloak.clientId(), "response_type", "code", "redirect_uri", HOME, "scope", "openid email profile",
                "state", "s", "nonce", "n", "code_challenge", CHALLENGE, "code_challenge_method", "S256").encoded();
        return new Page(URI.create("http://localhost/"), 303, to(keycloak.issuer() + "/protocol/openid-connect/auth?" + query), new byte[0]);
    }

    private static HttpHeaders to(String location) {
        return HttpHeaders.of(Map.of("location", List.of(location)), (name, value) -> true);
    }

    private static Page exchange(Visitor visitor, Keycloak keycloak, String code) {
        return visitor.post(keycloak.issuer() + "/protocol/openid-connect/token", Parameters.listed("grant_type", "authorization_code", "code", code,
                "redirect_uri", HOME, "code_verifier", VERIFIER, "client_id", keycloak.clientId(), "client_secret", keycloak.clientSecret()));
    }
}
