package gatehouse.tape;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class VeilTest {

    private static final String AWKWARD = "abcXYZ019 +/=&%\"\\'<>?#;:~._-{}é世😀";
    private static final String ORDINARY = "abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ0123456789._~-";

    /** How an answer, a header or an address may write a text. */
    private enum Writing {
        PLAIN(text -> text), FORM(text -> URLEncoder.encode(text, UTF_8)), PERCENT_20(text -> URLEncoder.encode(text, UTF_8).replace("+", "%20")),
        LOWER_PERCENT(text -> lower(URLEncoder.encode(text, UTF_8))), EVERY_BYTE(VeilTest::everyByte), TWICE(text -> URLEncoder.encode(URLEncoder.encode(text, UTF_8).replace("+", "%20"), UTF_8)),
        JSON(text -> new TextNode(text).toString()), JSON_ASCII(VeilTest::asciiJson), JSON_SLASH(text -> new TextNode(text).toString().replace("/", "\\/")),
        JSON_EVERY_LETTER(text -> text.chars().mapToObj("\\u%04X"::formatted).collect(Collectors.joining())),
        JSON_IN_JSON(text -> new TextNode(new TextNode(text).toString()).toString()),
        HTML(text -> text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;").replace("'", "&#39;")),
        HTML_NUMBERS(text -> text.codePoints().mapToObj("&#%d;"::formatted).collect(Collectors.joining())), UPPER(String::toUpperCase);

        private final UnaryOperator<String> write;

        Writing(UnaryOperator<String> write) {
            this.write = write;
        }
    }

    private static String lower(String encoded) {
        return Pattern.compile("%[0-9A-F]{2}").matcher(encoded).replaceAll(found -> found.group().toLowerCase());
    }

    private static String everyByte(String text) {
        return IntStream.range(0, text.getBytes(UTF_8).length).mapToObj(i -> "%%%02X".formatted(text.getBytes(UTF_8)[i])).collect(Collectors.joining());
    }

    private static String asciiJson(String text) {
        try {
            return new ObjectMapper().configure(JsonGenerator.Feature.ESCAPE_NON_ASCII, true).writeValueAsString(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static Stream<Writing> writings() {
        return Stream.of(Writing.values());
    }

    private static String random(Random random, String letters, int length) {
        int[] points = letters.codePoints().toArray();
        return IntStream.range(0, length).map(i -> points[random.nextInt(points.length)]).collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    @ParameterizedTest(name = "no secret survives, written as {0}")
    @MethodSource("writings")
    void no_secret_survives_however_it_is_written(Writing writing) {
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            String secret = random(random, round % 2 == 0 ? AWKWARD : ORDINARY, 6 + random.nextInt(60));
            Veil veil = new Veil();
            veil.learn(random(random, ORDINARY, 30));
            veil.learn(secret);
            String written = writing.write.apply(secret);
            String covered = veil.over(random(random, ORDINARY, 9) + "\"" + written + "\"" + random(random, AWKWARD, 9) + "&x=" + written);
            assertFalse(covered.contains(written), () -> writing + " of " + secret + " in " + covered);
            assertFalse(covered.toLowerCase().contains(secret.toLowerCase()), () -> writing + " of " + secret + " in " + covered);
            assertTrue(covered.contains("•••("), covered);
        }
    }

    @Test
    @DisplayName("a secret inside Base64 does not survive, wherever it begins there")
    void no_secret_survives_inside_base64() {
        Random random = new Random(11);
        for (int round = 0; round < 300; round++) {
            String secret = random(random, ORDINARY, 6 + random.nextInt(40));
            String around = random(random, ORDINARY, random.nextInt(9)) + ":" + secret + random(random, ORDINARY, random.nextInt(5));
            Veil veil = new Veil();
            veil.learn(secret);
            for (Base64.Encoder encoder : List.of(Base64.getEncoder(), Base64.getUrlEncoder(), Base64.getEncoder().withoutPadding())) {
                String encoded = encoder.encodeToString(around.getBytes(UTF_8));
                String covered = veil.over("Basic " + encoded + " was sent");
                assertFalse(covered.contains(encoded), covered);
                assertTrue(covered.contains("•••("), () -> around + " as " + encoded);
                assertTrue(covered.endsWith(" was sent"), covered);
            }
        }
    }

    @Test
    void a_long_secret_is_known_by_its_first_letters_and_its_length_and_a_short_one_by_its_length() {
        Veil veil = new Veil();
        veil.learn("gho_0123456789abcdefXYZ");
        veil.learn("s3cret!");
        assertEquals("a=gho_•••(23)&b=•••(7)", veil.over("a=gho_0123456789abcdefXYZ&b=s3cret!"));
    }

    @Test
    @DisplayName("a provider that sends a flood of secrets keeps nobody busy, and none of them is shown")
    void a_flood_of_secrets_covers_everything() {
        Veil veil = new Veil();
        for (int i = 0; i < 10_000; i++) veil.learn("a-secret-" + i);
        assertEquals("•••(13)", veil.over("a-secret-9999"));
        assertEquals("", veil.over(""));
    }

    @Test
    void what_is_no_secret_stays_as_it_is() {
        Veil veil = new Veil();
        veil.learn("abc");
        veil.learn("a-real-secret");
        String text = "{\"error\":\"abc\",\"error_description\":\"Ключ 密钥 😀 a-real-secre\"}";
        assertEquals(text, veil.over(text));
    }

    @Test
    void of_two_secrets_that_begin_alike_the_longer_is_covered_whole() {
        Veil veil = new Veil();
        veil.learn("first-secret");
        veil.learn("first-secret-and-a-longer-one");
        assertEquals("firs•••(29) •••(12)", veil.over("first-secret-and-a-longer-one first-secret"));
    }

    @Test
    void a_signed_token_is_covered_although_nobody_told_of_it() {
        String token = Stream.of("{\"alg\":\"RS256\"}", "{\"sub\":\"person-1\"}", "the signature").map(part -> Base64.getUrlEncoder().withoutPadding().encodeToString(part.getBytes(UTF_8)))
                .collect(Collectors.joining("."));
        String covered = new Veil().over("{\"whatever\":\"" + token + "\"}");
        assertFalse(covered.contains(token.split("\\.")[2]), covered);
        assertEquals("{\"whatever\":\"eyJ" + token.charAt(3) + "•••(" + token.length() + ")\"}", covered);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"access_token\":\"%s\"}", "access_token=%s&scope=user", "callback( {\"refresh_token\" : \"%s\"} );", "{\"data\":{\"user_ticket\":\"%s\"}}",
        "{\"id_token\":\"%s\"", "<session_key>client_secret=%s</session_key>", "{'token': '%s'}", "Set-Cookie: x; sessionkey=%s; Path=/"})
    @DisplayName("tokens and tickets are known by their names, also in answers that nobody can read")
    void what_is_secret_by_its_name_is_learnt(String answer) {
        assertEquals(true, new Told("access_token").secrets(answer.formatted("Zm9vYmFyYmF6")).contains("Zm9vYmFyYmF6"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"token_type\":\"bearer-long\"}", "{\"token_endpoint\":\"https://id.example/token\"}", "{\"expires_in\":12345678}", "{\"login\":\"Zm9vYmFyYmF6\"}",
        "{\"error\":\"invalid_token\"}", "{\"token_endpoint_auth_methods_supported\":[\"client_secret_basic\"]}"})
    void what_only_sounds_like_a_secret_is_not_learnt(String answer) {
        assertEquals(Set.of(), new Told("access_token").secrets(answer));
    }

    @Test
    void a_time_is_no_secret_and_a_secret_is_one_whatever_follows_its_name() {
        assertEquals(Set.of(), new Told("access_token").secrets("{\"token_expires_in\":86400000,\"token_issued_at\":1772000000}"));
        assertEquals(Set.of("Zm9vYmFyYmF6", "YmF6Zm9vYmFy"), new Told("access_token").secrets("{\"token_info\":\"Zm9vYmFyYmF6\",\"secret_attached\":\"YmF6Zm9vYmFy\"}"));
    }

    @Test
    void the_member_in_which_a_provider_gives_its_token_is_secret_by_that() {
        assertEquals(Set.of("Zm9vYmFyYmF6"), new Told("pass").secrets("{\"data\":{\"pass\":\"Zm9vYmFyYmF6\"}}"));
    }
}
