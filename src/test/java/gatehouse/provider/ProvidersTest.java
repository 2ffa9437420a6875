package gatehouse.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import gatehouse.Ledgers;
import gatehouse.web.Problems;
import gatehouse.web.Refusal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProvidersTest {

    private final Workshop workshop;
    private final Ledgers ledgers;
    private final Providers providers;
    private final ArrangeProviders arrange;
    private final Problems problems = new Problems();

    ProvidersTest(@TempDir Path data) {
        workshop = new Workshop(data);
        ledgers = workshop.ledgers;
        providers = workshop.providers;
        arrange = workshop.arrange;
    }

    private Optional<Provider> change(String slug, Filled form) {
        return workshop.save.change(workshop.saved(slug), form.form(), problems, Filled.ME);
    }

    private void off(String slug) {
        assertTrue(arrange.disable(arrange.stakes(slug), arrange.stakes(slug).seen(), Filled.ME));
    }

    @Test
    @DisplayName("A-07 the secret is sealed in its row, and opened only for a trip")
    void a_new_provider_is_enabled_and_its_secret_sealed() {
        Provider acme = workshop.add(Filled.custom());
        assertTrue(acme.enabled());
        assertEquals("typed-secret", providers.connection(acme).clientSecret().reveal());
        assertFalse(acme.sealedSecret().contains("typed-secret"));
    }

    @Test
    void the_same_form_sent_twice_adds_one_and_the_same_name_in_another_form_another() {
        Filled form = Filled.custom();
        assertEquals(workshop.add(form).slug(), workshop.add(form).slug());
        assertEquals("acme-2", workshop.add(Filled.custom()).slug());
        assertEquals(2, ledgers.count("select count(*) from provider"));
    }

    @Test
    void a_slug_is_never_used_again() {
        workshop.add(Filled.custom());
        assertTrue(arrange.remove(arrange.stakes("acme"), arrange.stakes("acme").seen(), Filled.ME));
        assertEquals("acme-2", workshop.add(Filled.custom()).slug());
    }

    @Test
    @DisplayName("A-09 an unchanged form keeps the secret, a typed one replaces it")
    void an_empty_secret_keeps_the_one_there_is() {
        Provider acme = workshop.add(Filled.custom());
        change("acme", Filled.of(workshop.saved("acme").draft(), acme.version()).with("clientSecret", "****"));
        assertEquals("typed-secret", providers.connection(workshop.saved("acme")).clientSecret().reveal());
        change("acme", Filled.of(workshop.saved("acme").draft(), workshop.saved("acme").version()).with("clientSecret", "another"));
        assertEquals("another", providers.connection(workshop.saved("acme")).clientSecret().reveal());
    }

    @Test
    @DisplayName("A-12 the second of two administrators is told that somebody was quicker, and nothing of the first is lost")
    void two_administrators_do_not_overwrite_each_other() {
        int seen = workshop.add(Filled.custom()).version();
        Draft before = workshop.saved("acme").draft();
        change("acme", Filled.of(before, seen).with("name", "First"));
        assertTrue(change("acme", Filled.of(before, seen).with("name", "Second")).isEmpty());
        assertEquals(Map.of("version", 409), problems.byField().entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, one -> one.getValue().status())));
        assertEquals("First", workshop.saved("acme").name());
    }

    @Test
    void the_same_change_sent_twice_is_saved_once() {
        int seen = workshop.add(Filled.custom()).version();
        Draft before = workshop.saved("acme").draft();
        change("acme", Filled.of(before, seen).with("name", "Other").with("clientSecret", "new"));
        int version = workshop.saved("acme").version();
        assertTrue(change("acme", Filled.of(before, seen).with("name", "Other").with("clientSecret", "new")).isPresent());
        assertEquals(version, workshop.saved("acme").version());
        assertTrue(change("acme", Filled.of(before, seen).with("name", "Other").with("clientSecret", "newer")).isEmpty());
    }

    @Test
    void a_change_ends_the_trips_under_way() {
        Provider acme = workshop.add(Filled.custom());
        change("acme", Filled.of(workshop.saved("acme").draft(), acme.version()).with("scope", "more"));
        assertNotEquals(acme.configuration(), workshop.saved("acme").configuration());
    }

    @Test
    void providers_move_up_and_down_and_stop_at_the_ends() {
        List.of("A", "B", "C").forEach(name -> workshop.add(Filled.custom().with("name", name)));
        arrange.move("c", -1, Filled.ME);
        arrange.move("a", -1, Filled.ME);
        assertEquals(List.of("a", "c", "b"), ledgers.in(() -> providers.all().stream().map(Provider::slug).toList()));
        arrange.move("a", 1, Filled.ME);
        assertEquals(List.of("c", "a", "b"), ledgers.in(() -> providers.all().stream().map(Provider::slug).toList()));
    }

    @Test
    void without_a_secret_a_provider_stays_off() {
        workshop.add(Filled.custom());
        off("acme");
        ledgers.run("update provider set client_secret = ''");
        assertEquals("refused.secret-missing", assertThrows(Refusal.class, () -> arrange.enable("acme", Filled.ME)).key());
    }

    @Test
    @DisplayName("A-13 taking a provider away says how many are bound and how many lose their only way in, and needs that answer back")
    void removal_counts_and_is_confirmed() {
        Provider acme = workshop.add(Filled.custom());
        Provider other = workshop.add(Filled.custom().with("name", "Other"));
        long stranded = workshop.account("stranded", null), twice = workshop.account("twice", null), password = workshop.account("password", "x");
        List.of(stranded, twice, password).forEach(account -> workshop.bind(account, acme));
        workshop.bind(twice, other);
        Stakes seen = arrange.stakes("acme");
        assertEquals(3, seen.bound());
        assertEquals(List.of("stranded"), seen.names());
        assertFalse(arrange.remove(seen, "", Filled.ME));
        off("other");
        assertEquals(List.of("stranded", "twice"), arrange.stakes("acme").names(), "a disabled provider is no way in");
        assertFalse(arrange.remove(arrange.stakes("acme"), seen.seen(), Filled.ME), "it was another question");
        assertTrue(arrange.remove(arrange.stakes("acme"), arrange.stakes("acme").seen(), Filled.ME));
        assertEquals(1, ledgers.count("select count(*) from identity"));
    }

    @Test
    void the_last_administrator_keeps_a_way_in() {
        Provider acme = workshop.add(Filled.custom());
        workshop.bind(ledgers.count("select id from account"), acme);
        ledgers.run("update account set password_hash = null");
        assertEquals("refused.last-admin", assertThrows(Refusal.class, () -> off("acme")).key());
        assertEquals("refused.last-admin", assertThrows(Refusal.class, () -> arrange.remove(arrange.stakes("acme"), arrange.stakes("acme").seen(), Filled.ME)).key());
        assertTrue(workshop.saved("acme").enabled());
    }
}
