package gatehouse.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import gatehouse.it.provider.Answer;
import gatehouse.it.provider.FakeProvider;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every preset as an administrator picks it, and a stranger's whole way through the house by a provider that speaks as the real one does. */
@InHouse
class DialectsIT {

    private static final Set<String> OF_ALIST = Set.of("github", "google", "microsoft", "dingtalk", "casdoor");
    private static Stage stage;

    @BeforeAll
    static void open() {
        stage = Stage.open();
    }

    /** Whatever went wrong on the way, no token, secret or word of a provider is in the log. */
    @AfterAll
    static void close() throws IOException {
        stage.close();
        String log = House.log();
        for (String canary : List.of("access-token", "refresh-token", "client-secret", "upstream-words")) assertFalse(log.contains("canary-" + canary), canary);
    }

    static Stream<String> dialects() {
        return Phrasebook.names();
    }

    @Test
    void every_preset_has_a_dialect_here() throws IOException {
        List<String> presets = Files.readAllLines(Path.of("src/main/resources/presets/order.txt"));
        assertEquals(Set.copyOf(presets), dialects().map(Phrasebook::of).map(Phrasebook::preset).collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @MethodSource("dialects")
    @DisplayName("C-05 C-06 C-07 U-10 U-16 U-19 a stranger signs in by the preset; what the provider complains of ends a trip and writes nothing")
    void a_stranger_signs_in_by_the_preset(String name) {
        Phrasebook book = Phrasebook.of(name);
        with(book, (fake, slug) -> {
            book.errors().forEach((path, error) -> complains(book, fake, slug, path, error));
            assertEquals(0, stage.admin().bound(slug));
            fake.reset();
            book.teach(fake);
            registers(book, slug, signsIn(book, fake, slug));
        });
    }

    private static void with(Phrasebook book, BiConsumer<FakeProvider, String> deed) {
        try (FakeProvider fake = book.oidc() ? FakeProvider.oidc("localhost") : FakeProvider.oauth("localhost")) {
            book.teach(fake);
            String slug = stage.admin().pick(book.preset(), form -> book.typed(form, fake));
            deed.accept(fake, slug);
            stage.admin().delete(slug);
        }
    }

    /** 502 in plain words, and none of what the provider said. */
    private static void complains(Phrasebook book, FakeProvider fake, String slug, String path, Answer error) {
        fake.tellOnce(path, error);
        DialectTrip trip = DialectTrip.begin(book, fake, slug);
        Page page = trip.visitor().get(trip.home());
        FailedSignIn.check(502, page, trip.visitor());
        assertTrue(page.h1().endsWith("answered with an error"), page::text);
    }

    @ParameterizedTest
    @CsvSource({"lark,Lark", "qq,QQ", "slack,Slack", "weibo,Weibo"})
    @DisplayName("C-06 a program reads the same plain words as JSON")
    void a_program_reads_plain_words(String name, String shown) {
        Phrasebook book = Phrasebook.of(name);
        with(book, (fake, slug) -> {
            book.errors().forEach(fake::tell);
            DialectTrip trip = DialectTrip.begin(book, fake, slug);
            Page page = trip.visitor().get(trip.home(), "Accept", "application/json");
            assertEquals(502, page.status());
            assertEquals(Phrasebook.json("{\"code\":502,\"message\":\"The sign-in could not be finished, because the answer of " + shown
                    + " was not what it should be.\",\"data\":null}"), Phrasebook.json(page.text()));
        });
    }

    private static Visitor signsIn(Phrasebook book, FakeProvider fake, String slug) {
        DialectTrip trip = DialectTrip.begin(book, fake, slug);
        String callback = House.here().address() + "/api/auth/sso_callback";
        String redirect = callback + (OF_ALIST.contains(book.preset()) ? "?method=sso_get_token" : "/" + slug);
        assertEquals(redirect, stage.admin().addresses(slug).get(0));
        trip.leftFor(redirect);
        URI home = trip.home();
        Page end = trip.visitor().get(home);
        assertEquals(303, end.status(), end::text);
        assertEquals(House.here().address() + "/", end.location().toString());
        trip.sent(home);
        return trip.visitor();
    }

    /** The account is as the recorded answer says; what the profile does not show, the tester of the saved provider reads of it. */
    private static void registers(Phrasebook book, String slug, Visitor stranger) {
        JsonNode maps = book.maps();
        Myself person = Myself.of(stranger);
        assertTrue(person.called(maps.path("name").textValue()), person::username);
        assertEquals(maps.path("nickname").asText(), person.field("nickname"));
        assertEquals(maps.path("email").asText(), person.field("email"));
        assertEquals(List.of(maps.path("subject").textValue()), person.subjects());
        assertEquals(maps.path("name").textValue(), person.identity(slug));
        Form page = stage.admin().provider(slug);
        String tested = stage.admin().visitor().submit(page.sentTo("/admin/providers/" + slug + "/mapping").with("sample", book.profile().toString()))
                .html().select("#tested").text();
        maps.forEach(value -> assertTrue(tested.contains(value.textValue()), value + " in " + tested));
        assertTrue(tested.startsWith("Would sign in as " + person.username() + ","), tested);
    }
}
