package gatehouse.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import gatehouse.AtOnce;
import gatehouse.Ledgers;
import gatehouse.web.Races;
import gatehouse.web.Refusal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckTriesTest {

    private final Ledgers ledgers;
    private final CheckTries tries;

    CheckTriesTest(@TempDir Path data) {
        ledgers = new Ledgers(data);
        tries = ledgers.bean(CheckTries.class);
    }

    private void take(int times, long account) {
        for (int i = 0; i < times; i++) tries.take(account, "acme");
    }

    private boolean taken(long account) {
        try {
            return Races.settled(() -> {
                tries.take(account, "acme");
                return true;
            });
        } catch (Refusal tooMany) {
            return false;
        }
    }

    @Test
    @DisplayName("F-05 an administrator checks ten times in a minute, and all of them together thirty times")
    void checks_are_bounded() {
        take(10, 1);
        Refusal refusal = assertThrows(Refusal.class, () -> tries.take(1, "acme"));
        assertEquals("429 refused.checks of acme, back to /admin/providers/acme", refusal.status() + " " + refusal.key() + " of " + refusal.provider() + ", back to " + refusal.again());
        long wait = Long.parseLong(refusal.headers().get("Retry-After"));
        assertTrue(wait >= 1 && wait <= 60, Long.toString(wait));
        take(10, 2);
        take(10, 3);
        assertThrows(Refusal.class, () -> tries.take(4, "acme"));
        ledgers.clock.pass(Duration.ofSeconds(wait));
        take(10, 1);
    }

    @Test
    @DisplayName("F-05 of many checks at once ten go")
    void of_many_at_once_ten_go() throws Exception {
        List<Boolean> went = AtOnce.all(30, i -> () -> taken(1));
        assertEquals(10, went.stream().filter(one -> one).count());
    }
}
