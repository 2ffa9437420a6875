package gatehouse.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import gatehouse.web.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditFormTest {

    private final AuditForm form = new AuditForm();
    private final Problems problems = new Problems();

    private AuditFilter filter() {
        return form.filter(ZoneId.of("Asia/Shanghai"), name -> Optional.of(7L).filter(id -> name.equals("anyi")), problems);
    }

    private List<String> refused() {
        return problems.byField().entrySet().stream().map(problem -> problem.getKey() + " " + problem.getValue().key()).toList();
    }

    @Test
    void nothing_typed_asks_for_everything() {
        assertEquals(Written.ALL, filter());
        assertEquals("", form.query());
    }

    @Test
    void both_days_count_whole_in_the_zone_of_the_server() {
        form.from = "2026-03-01";
        form.to = "2026-03-01";
        assertEquals(Optional.of(Instant.parse("2026-02-28T16:00:00Z")), filter().from());
        assertEquals(Optional.of(Instant.parse("2026-03-01T16:00:00Z")), filter().to());
        assertEquals(List.of(), refused());
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "2026-02-30", "2026-13-01", "+999999999-12-31", "01.03.2026", "2026-3-1", "2026-03-01T00:00"})
    void a_day_that_is_none_is_refused(String typed) {
        form.from = typed;
        filter();
        assertEquals(List.of("from audit.day.form"), refused());
    }

    @Test
    void a_last_day_before_the_first_is_refused() {
        form.from = "2026-03-02";
        form.to = "2026-03-01";
        filter();
        assertEquals(List.of("to audit.to.before"), refused());
    }

    @Test
    void a_name_that_somebody_has_asks_for_the_account_and_another_for_what_was_typed() {
        form.person = " anyi ";
        assertEquals(Optional.of(7L), filter().account());
        assertEquals("", filter().username());
        form.person = "nobody";
        assertEquals(Optional.empty(), filter().account());
        assertEquals("nobody", filter().username());
    }

    @Test
    void what_was_typed_goes_into_the_address_again() {
        form.kind = "SIGNED_IN";
        form.person = "a b&c=\u0000d\u202e";
        assertEquals("kind=SIGNED_IN&person=a+b%26c%3D+d", form.query());
        assertEquals(Set.of("SIGNED_IN"), filter().kinds());
    }
}
