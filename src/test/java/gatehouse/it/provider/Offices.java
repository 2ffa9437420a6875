package gatehouse.it.provider;

import com.nimbusds.jose.util.Base64URL;
import gatehouse.it.Parameters;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** The honest answers of a fake provider. */
final class Offices {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Map<String, Grant> codes = new ConcurrentHashMap<>();
    private final Map<String, Person> tokens = new ConcurrentHashMap<>();
    private final String address;
    private final SigningKeys keys;

    final boolean oidc;
    volatile Client client = new Client("gatehouse-client", "canary-client-secret-" + random());
    volatile Person person = Person.named("1", "ann");
    volatile boolean namesItself;
    volatile String refusal;
    volatile UnaryOperator<IdToken> change = UnaryOperator.identity();

    Offices(String address, boolean oidc, SigningKeys keys) {
        this.address = address;
        this.oidc = oidc;
        this.keys = keys;
        this.namesItself = oidc;
    }

    Answer answer(Received request) {
        return switch (request.path()) {
            case "/.well-known/openid-configuration" -> oidc ? Answer.json(200, discovery()) : Answer.status(404);
            case "/jwks" -> oidc ? Answer.json(keys.published()) : Answer.status(404);
            case "/authorize" -> authorize(request.query());
            case "/token" -> token(request);
            case "/userinfo" -> userInfo(request);
            default -> Answer.status(404);
        };
    }

    Map<String, Object> discovery() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("issuer", address);
        document.put("authorization_endpoint", address + "/authorize");
        document.put("token_endpoint", address + "/token");
        document.put("userinfo_endpoint", address + "/userinfo");
        document.put("jwks_uri", address + "/jwks");
        document.put("response_types_supported", List.of("code"));
        document.put("subject_types_supported", List.of("public"));
        document.put("id_token_signing_alg_values_supported", List.of("RS256"));
        document.put("code_challenge_methods_supported", List.of("S256"));
        document.put("token_endpoint_auth_methods_supported", List.of("client_secret_basic", "client_secret_post"));
        document.put("authorization_response_iss_parameter_supported", namesItself);
        return document;
    }

    private Answer authorize(Parameters asked) {
        if (!asked.one("client_id").equals(client.id()) || !asked.one("response_type").equals("code")) return error(400, "unauthorized_client");
        if (asked.first("code_challenge").isPresent() && !asked.one("code_challenge_method").equals("S256")) return error(400, "invalid_request");
        Parameters back = Parameters.none();
        if (refusal != null) back = back.and("error", refusal);
        else back = back.and("code", code(asked));
        if (asked.first("state").isPresent()) back = back.and("state", asked.one("state"));
        if (namesItself) back = back.and("iss", address);
        String home = asked.one("redirect_uri");
        return Answer.redirect(302, home + (home.contains("?") ? "&" : "?") + back.encoded());
    }

    private String code(Parameters asked) {
        String code = random();
        codes.put(code, new Grant(asked, person));
        return code;
    }

    private Answer token(Received request) {
        Parameters form = request.form();
        if (!request.method().equals("POST")) return Answer.status(405);
        if (!client.made(request)) return error(401, "invalid_client").with("WWW-Authenticate", "Basic");
        if (!form.one("grant_type").equals("authorization_code")) return error(400, "unsupported_grant_type");
        Grant grant = codes.remove(form.one("code"));
        if (grant == null || !grant.redirectUri().equals(form.one("redirect_uri"))) return error(400, "invalid_grant");
        if (!grant.provenBy(form.first("code_verifier"))) return error(400, "invalid_grant");
        return Answer.json(200, tokens(grant)).with("Cache-Control", "no-store");
    }

    private Map<String, Object> tokens(Grant grant) {
        String access = "canary-access-token-" + random();
        tokens.put(access, grant.person());
        Map<String, Object> answer = new LinkedHashMap<>(Map.of("access_token", access, "token_type", "Bearer", "expires_in", 300));
        if (oidc && grant.openid()) answer.put("id_token", change.apply(idToken(grant)).written());
        return answer;
    }

    private IdToken idToken(Grant grant) {
        long now = Instant.now().getEpochSecond();
        IdToken token = new IdToken(keys.current()).claim("iss", address).claim("aud", client.id()).claim("sub", grant.person().claims().get("sub"))
                .claim("iat", now).claim("exp", now + 300);
        grant.nonce().ifPresent(nonce -> token.claim("nonce", nonce));
        return token;
    }

    private Answer userInfo(Received request) {
        String authorization = request.header("Authorization").orElse("");
        Person known = authorization.startsWith("Bearer ") ? tokens.get(authorization.substring(7)) : null;
        if (known == null) return error(401, "invalid_token").with("WWW-Authenticate", "Bearer error=\"invalid_token\"");
        return Answer.json(200, known.claims());
    }

    private static Answer error(int status, String error) {
        return Answer.json(status, Map.of("error", error));
    }

    private static String random() {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return Base64URL.encode(bytes).toString();
    }
}
