package gatehouse.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import gatehouse.Ledgers;
import gatehouse.account.AccountEvent;
import gatehouse.signin.SignInFailed;
import gatehouse.signin.SignedIn;
import gatehouse.web.Visit;
import jakarta.persistence.EntityManager;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditEventsTest {

    private final Ledgers ledgers;
    private final Written written;
    private final String reference;

    AuditEventsTest(@TempDir Path data) {
        ledgers = new Ledgers(data);
        written = new Written(ledgers);
        written.log().signedIn(new SignedIn(1, "anyi", "github"));
        ledgers.clock.pass(Duration.ofHours(1));
        written.log().failed(new SignInFailed("%_' OR 1=1--", "", "refused.wrong-password"));
        ledgers.clock.pass(Duration.ofHours(1));
        reference = Written.during("POST", new Visit.Me(2, "admin", true),
                () -> written.log().changed(new AccountEvent(AccountEvent.Kind.UNBOUND, 1, "anyi", "acme")));
    }

    private static AuditFilter only(String kind, Long account, String username, String provider, String reference) {
        return new AuditFilter(kind.isEmpty() ? Set.of() : Set.of(kind), Optional.ofNullable(account), username, provider, reference, Optional.empty(), Optional.empty());
    }

    private static AuditFilter between(Instant from, Instant to) {
        return new AuditFilter(Set.of(), Optional.empty(), "", "", "", Optional.of(from), Optional.of(to));
    }

    private List<String> kinds(AuditFilter filter) {
        return written.page(filter, Optional.empty(), 100).stream().map(AuditEvent::kind).toList();
    }

    @Test
    void a_rare_event_of_a_busy_provider_is_found_by_an_index_of_both() {
        String sql = Statements.of("1000000-1").get("log, event few and provider many, first page");
        String plan = ledgers.in(() -> (String) ledgers.bean(EntityManager.class).createNativeQuery("explain " + sql).getSingleResult());
        assertTrue(plan.contains("AUDIT_EVENT_PROVIDER_KIND") && plan.contains("index sorted"), plan);
    }

    @Test
    void the_newest_stands_first() {
        assertEquals(List.of("UNBOUND", "SIGN_IN_FAILED", "SIGNED_IN"), kinds(Written.ALL));
    }

    @Test
    void each_field_of_the_filter_finds_its_own() {
        assertEquals(List.of("SIGNED_IN"), kinds(only("SIGNED_IN", null, "", "", "")));
        assertEquals(List.of("UNBOUND", "SIGNED_IN"), kinds(only("", 1L, "", "", "")));
        assertEquals(List.of("UNBOUND"), kinds(only("", 2L, "", "", "")));
        assertEquals(List.of("UNBOUND"), kinds(only("", null, "", "acme", "")));
        assertEquals(List.of("UNBOUND"), kinds(only("", null, "", "", reference)));
        assertEquals(List.of(), kinds(only("SIGNED_IN", 1L, "", "acme", "")));
        Instant first = ledgers.clock.instant().minus(Duration.ofHours(2));
        assertEquals(List.of("SIGN_IN_FAILED", "SIGNED_IN"), kinds(between(first, first.plus(Duration.ofHours(2)))));
        assertEquals(List.of("SIGN_IN_FAILED"), kinds(between(first.plusSeconds(1), first.plus(Duration.ofHours(2)))));
    }

    @Test
    @DisplayName("Q-10 what is typed into the filter is meant literally")
    void the_filter_is_literal() {
        assertEquals(List.of("SIGN_IN_FAILED"), kinds(only("", null, "%_' OR 1=1--", "", "")));
        for (String typed : List.of("%", "_", "' OR 1=1--", "\\", "anyi%")) assertEquals(List.of(), kinds(only("", null, typed, "", "")), typed);
    }

    @Test
    void pages_follow_each_other_without_gap_or_double_also_within_one_moment() {
        for (int i = 0; i < 20; i++) written.log().signedIn(new SignedIn(1, "anyi", "p" + i));
        for (AuditFilter filter : List.of(Written.ALL, only("", 1L, "", "", ""))) {
            List<String> whole = written.page(filter, Optional.empty(), 100).stream().map(event -> event.place().toString()).toList();
            List<String> paged = new ArrayList<>();
            Optional<Place> after = Optional.empty();
            for (List<AuditEvent> page = written.page(filter, after, 3); !page.isEmpty(); page = written.page(filter, after, 3)) {
                page.forEach(event -> paged.add(event.place().toString()));
                after = Place.read(paged.get(paged.size() - 1));
                assertTrue(after.isPresent());
            }
            assertEquals(whole, paged);
        }
    }

    @Test
    void a_place_that_is_none_of_ours_is_the_beginning() {
        for (String text : new String[] {null, "", "x", "1", "1-", "-1", "1-2-3", "9".repeat(40) + "-1", "1-" + "9".repeat(40)}) assertTrue(Place.read(text).isEmpty());
    }

    @Test
    void nothing_but_the_oldest_is_purged() {
        assertEquals(1, ledgers.bean(AuditEvents.class).purge(ledgers.clock.instant().minus(Duration.ofMinutes(90))));
        assertEquals(List.of("UNBOUND", "SIGN_IN_FAILED"), kinds(Written.ALL));
    }
}
