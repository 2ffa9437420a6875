package gatehouse.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import gatehouse.AtOnce;
import gatehouse.Ledgers;
import gatehouse.People;
import gatehouse.web.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoginTriesTest {

    private static final String RIGHT = "correct-horse-battery";

    @TempDir
    Path data;
    private Ledgers ledgers;

    @BeforeEach
    void open() {
        ledgers = new Ledgers(data);
        new People(ledgers).account("anyi", RIGHT);
    }

    private boolean opens(String name, String password) {
        return ledgers.bean(Passwords.class).proven(Username.from(name), password).isPresent();
    }

    private long refusedFor(String name) {
        Refusal refusal = assertThrows(Refusal.class, () -> opens(name, RIGHT));
        assertEquals("refused.too-many 429", refusal.key() + " " + refusal.status());
        return Long.parseLong(refusal.headers().get("Retry-After"));
    }

    @Test
    @DisplayName("L-03 ten wrong guesses, then a pause that grows and ends by itself; a right one forgets them")
    void ten_guesses_then_a_pause_that_grows_and_ends() {
        for (int i = 0; i < 10; i++) assertFalse(opens("anyi", "guess"));
        assertEquals(60, refusedFor("anyi"));
        ledgers.clock.pass(Duration.ofSeconds(61));
        assertFalse(opens("anyi", "guess"));
        assertEquals(120, refusedFor("Anyi"));
        ledgers.clock.pass(Duration.ofSeconds(121));
        assertTrue(opens("anyi", RIGHT));
        assertEquals(0, ledgers.count("select count(*) from throttle"));
    }

    @Test
    @DisplayName("L-01 an unknown name is counted like a known one")
    void an_unknown_name_is_counted_too() {
        for (int i = 0; i < 10; i++) assertFalse(opens("nobody", "guess"));
        assertEquals(60, refusedFor("nobody"));
        assertTrue(opens("anyi", RIGHT));
    }

    @Test
    @DisplayName("L-06 of many wrong guesses at once ten are looked at")
    void of_many_at_once_ten_are_looked_at() throws Exception {
        List<Boolean> looked = AtOnce.all(40, i -> () -> {
            try {
                return !opens("anyi", "guess");
            } catch (Refusal tooMany) {
                assertEquals("refused.too-many", tooMany.key());
                return false;
            }
        });
        assertEquals(10, looked.stream().filter(one -> one).count());
    }
}
