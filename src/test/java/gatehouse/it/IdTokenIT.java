package gatehouse.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.nimbusds.jose.jwk.RSAKey;
import gatehouse.it.Stage.Placed;
import gatehouse.it.provider.IdToken;
import gatehouse.it.provider.Person;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@InHouse
class IdTokenIT {

    @RegisterExtension
    private static final Stage stage = new Stage();
    private static final Placed provider = stage.oidc("Id token").person(Person.named("ann", "token-ann"));

    private final Visitor visitor = House.here().visitor();

    @ParameterizedTest
    @ValueSource(strings = {"none", "None", "nOnE"})
    @DisplayName("I-01 a token that says it needs no signature is refused")
    void an_unsigned_token_is_refused(String alg) {
        refused(token -> token.unsigned(alg));
    }

    @Test
    @DisplayName("I-02 a signature with one flipped bit, or an empty one, is refused")
    void a_wrong_signature_is_refused() {
        refused(IdToken::flipped);
        refused(token -> token.signedBy(input -> new byte[0]));
    }

    @Test
    @DisplayName("I-06 a token of another issuer is refused, also by a slash or a capital")
    void a_token_of_another_issuer_is_refused() {
        String issuer = provider.fake().address();
        refused(token -> token.without("iss"));
        for (String other : List.of("http://evil.test", issuer + "/", issuer.toUpperCase(Locale.ROOT), "")) refused(token -> token.claim("iss", other));
    }

    static Stream<Object> otherAudiences() {
        return Stream.of("other", List.of(), 7, List.of("other"), "", List.of("other", "Gatehouse-Client"));
    }

    @ParameterizedTest
    @MethodSource("otherAudiences")
    @DisplayName("I-07 a token for another client is refused")
    void a_token_for_another_client_is_refused(Object audience) {
        refused(token -> token.claim("aud", audience));
    }

    @Test
    @DisplayName("I-07 a token for nobody is refused")
    void a_token_for_nobody_is_refused() {
        refused(token -> token.without("aud"));
    }

    @Test
    @DisplayName("I-09 a token without its times, or outside them by two minutes, is refused")
    void a_token_outside_its_times_is_refused() {
        refused(token -> token.without("exp"));
        refused(token -> token.claim("exp", now() - 120));
        refused(token -> token.without("iat"));
        refused(token -> token.claim("iat", now() + 120));
        refused(token -> token.claim("nbf", now() + 120));
    }

    @Test
    @DisplayName("I-09 clocks may differ by most of a minute")
    void clocks_may_differ_a_little() {
        for (UnaryOperator<IdToken> change : List.<UnaryOperator<IdToken>>of(token -> token.claim("exp", now() - 40),
                token -> token.claim("iat", now() + 50), token -> token.claim("nbf", now() + 50))) {
            provider.fake().idToken(change);
            Trip.signIn(provider.slug());
        }
    }

    @Test
    @DisplayName("I-10 a token without the nonce, or with another, is refused before the access token is used")
    void a_token_with_another_nonce_is_refused() {
        refused(token -> token.without("nonce"));
        refused(token -> token.claim("nonce", "other"));
        String earlier = Trip.begin(visitor, provider.slug()).asked("nonce");
        refused(token -> token.claim("nonce", earlier));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bob", "Ann", "ann "})
    @DisplayName("I-12 user info of another subject ends the whole sign-in")
    void user_info_of_another_subject_is_refused(String subject) {
        provider.fake().idToken(token -> token.claim("sub", subject));
        FailedSignIn.check(502, Trip.begin(visitor, provider.slug()).end(), visitor);
    }

    @Test
    @DisplayName("I-14 keys that were changed just before signing are asked for once more")
    void changed_keys_are_asked_for_once_more() {
        Placed turning = stage.oidc("Id token turning");
        turning.newcomer("1", "turning-ann");
        turning.fake().keys().rotate();
        Trip.signIn(turning.slug());
        assertEquals(2, turning.fake().received("/jwks").size());
    }

    @Test
    @DisplayName("I-22 a good token of one provider is refused when another brings it")
    void another_providers_token_is_refused() {
        Placed other = stage.oidc("Id token other");
        RSAKey key = other.fake().keys().current();
        refused(token -> token.claim("iss", other.fake().address()).claim("aud", other.fake().clientId()).signedBy(key));
        refused(token -> token.signedBy(key));
    }

    private void refused(UnaryOperator<IdToken> change) {
        provider.fake().idToken(change);
        FailedSignIn.check(502, Trip.begin(visitor, provider.slug()).end(), visitor);
        assertEquals(0, provider.userInfoCalls());
    }

    private static long now() {
        return Instant.now().getEpochSecond();
    }
}
