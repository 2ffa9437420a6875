package gatehouse.status;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Map;

import gatehouse.signin.SignInFailed;
import gatehouse.signin.SignedIn;
import gatehouse.web.Refused;
import org.junit.jupiter.api.Test;

class CountersTest {

    private final Counters counters = new Counters();

    @Test
    void sign_ins_are_counted_by_way_provider_and_outcome() {
        counters.signedIn(new SignedIn(1, "anyi", "github"));
        counters.signedIn(new SignedIn(2, "bee", "github"));
        counters.signedIn(new SignedIn(1, "anyi", ""));
        counters.failed(new SignInFailed("anyi", "", "refused.wrong-password"));
        counters.failed(new SignInFailed("", "github", "refused.provider-error (token: invalid_grant)"));
        assertEquals(Map.of(new Counters.SignIns("provider", "github", "ok"), 2L, new Counters.SignIns("password", "", "ok"), 1L,
                new Counters.SignIns("password", "", "wrong-password"), 1L, new Counters.SignIns("provider", "github", "provider-error"), 1L), counters.signIns());
    }

    @Test
    void signing_in_again_and_binding_are_no_sign_ins() {
        counters.signedIn(new SignedIn(1, "anyi", "", true));
        counters.failed(new SignInFailed(SignInFailed.Kind.BIND_FAILED, 1L, "", "github", "refused.denied"));
        assertEquals(Map.of(), counters.signIns());
    }

    @Test
    void what_a_limit_turned_away_is_counted() {
        counters.refused(new Refused("refused.too-many", "refused.too-many", 429, ""));
        counters.refused(new Refused("refused.not-found", "refused.not-found", 404, ""));
        assertEquals(Map.of("too-many", 1L), counters.throttled());
    }

    @Test
    void no_name_and_nothing_hostile_becomes_a_label() {
        counters.failed(new SignInFailed("secret-name", "", "refused.x\"} 1\n"));
        assertEquals(Map.of(new Counters.SignIns("password", "", "other"), 1L), counters.signIns());
        assertFalse(counters.signIns().toString().contains("secret-name"));
    }

    @Test
    void numbers_are_written_as_prometheus_reads_them() {
        String text = new Exposition().family("gatehouse_x_total", "counter", "So many").value("gatehouse_x_total", 3L, "provider", "a\"b\\c\nd", "le", "+Inf")
                .value("gatehouse_y", 1.5).value("gatehouse_z", 2.0).toString();
        assertEquals("# HELP gatehouse_x_total So many\n# TYPE gatehouse_x_total counter\ngatehouse_x_total{provider=\"a\\\"b\\\\c\\nd\",le=\"+Inf\"} 3\n"
                + "gatehouse_y 1.5\ngatehouse_z 2\n", text);
    }
}
