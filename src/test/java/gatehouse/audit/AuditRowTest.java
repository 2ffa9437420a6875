package gatehouse.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gatehouse.account.AccountRefused;
import gatehouse.web.Occasion;
import gatehouse.web.Refusal;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class AuditRowTest {

    private static String detail(Refusal refusal) {
        AuditEvent event = new AuditEvent(Instant.EPOCH, "REFUSED", 1L, "anyi", refusal.provider(), refusal.forTheLog(), Occasion.now());
        return (String) new AuditRow(Locale.ENGLISH).shown(event).get("detail");
    }

    @Test
    void a_last_way_in_that_stayed_names_its_provider() {
        assertEquals("Without acme you could not sign in any more, so it stays bound.", detail(AccountRefused.lastWayIn("Acme Staff ID", "acme")));
        assertEquals("Without acme nobody could get into this account any more, so it stays bound.", detail(AccountRefused.theirLastWayIn("Acme Staff ID", "acme")));
    }

    @Test
    void a_word_that_the_log_does_not_keep_is_left_open() {
        assertEquals("Without … you could not sign in any more, so it stays bound.", detail(new Refusal(409, "refused.last-way-in", "Acme")));
    }
}
