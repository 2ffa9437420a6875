package gatehouse.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;

import gatehouse.AtOnce;
import gatehouse.Ledgers;
import gatehouse.People;
import gatehouse.web.Refusal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoginTriesTest {

    private static final String RIGHT = "correct-horse-battery";

    private final Ledgers ledgers;

    LoginTriesTest(@TempDir Path data) {
        ledgers = new Ledgers(data);
        new People(ledgers).account("anyi", RIGHT);
    }

    private boolean opens(String name, String password) {
        return ledgers.bean(Passwords.class).proven(Username.from(name), password, Bucket.of(Username.from(name))).isPresent();
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
    @DisplayName("L-04 whoever fails on a name keeps out neither a browser that is known nor who is signed in; each has ten tries of its own")
    void strangers_keep_nobody_out() {
        Passwords passwords = ledgers.bean(Passwords.class);
        Username anyi = Username.of("anyi");
        long account = ledgers.bean(Accounts.class).named(anyi).orElseThrow().id();
        for (int i = 0; i < 10; i++) assertFalse(opens("anyi", "guess"));
        refusedFor("anyi");
        assertTrue(passwords.proven(anyi, RIGHT, Bucket.known("laptop", "anyi")).isPresent());
        assertTrue(passwords.provenAgain(account, RIGHT));
        refusedFor("anyi");
        for (int i = 0; i < 10; i++) assertTrue(passwords.proven(anyi, "guess", Bucket.known("laptop", "anyi")).isEmpty());
        assertEquals(429, assertThrows(Refusal.class, () -> passwords.proven(anyi, RIGHT, Bucket.known("laptop", "anyi"))).status());
        assertTrue(passwords.proven(anyi, RIGHT, Bucket.known("telephone", "anyi")).isPresent());
        for (int i = 0; i < 10; i++) assertFalse(passwords.provenAgain(account, "guess"));
        assertEquals(429, assertThrows(Refusal.class, () -> passwords.provenAgain(account, RIGHT)).status());
    }

    @Test
    @DisplayName("L-04 known browsers of an account have thirty guesses together, on top of ten each; a right password forgets both counts")
    void known_browsers_are_counted_together_too() {
        assertEquals(30, guesses(List.of("a", "b", "c", "d", "e"), "anyi"));
        assertEquals(10, guesses(List.of("z"), "somebody else"));
        ledgers.clock.pass(Duration.ofSeconds(61));
        assertTrue(ledgers.bean(Passwords.class).proven(Username.of("anyi"), RIGHT, Bucket.known("f", "anyi")).isPresent());
        assertEquals(30, guesses(List.of("g", "h", "i", "j"), "anyi"));
    }

    /** How many of ten guesses by each of these browsers were looked at. */
    private long guesses(List<String> handles, String whose) {
        return handles.stream().flatMap(handle -> Collections.nCopies(10, handle).stream()).filter(handle -> looksAtGuess(Bucket.known(handle, whose))).count();
    }

    private boolean looksAtGuess(Bucket bucket) {
        try {
            return ledgers.bean(Passwords.class).proven(Username.of("anyi"), "guess", bucket).isEmpty();
        } catch (Refusal tooMany) {
            assertEquals("refused.too-many", tooMany.key());
            return false;
        }
    }

    @Test
    @DisplayName("L-10 a hash of older costs is made anew by the right password, once, and left alone by a wrong one")
    void an_older_hash_is_made_anew_once() {
        String old = new Argon2(8 * 1024, 1, 1, new byte[16]).phc(Password.bytes(RIGHT));
        ledgers.run("update account set password_hash = '" + old + "'");
        assertFalse(opens("anyi", "guess"));
        assertEquals(old, kept());
        assertTrue(opens("anyi", RIGHT));
        String anew = kept();
        assertTrue(anew.startsWith("$argon2id$v=19$m=19456,t=2,p=1$"), anew);
        assertTrue(opens("anyi", RIGHT));
        assertEquals(anew, kept());
    }

    private String kept() {
        return ledgers.bean(Accounts.class).named(Username.of("anyi")).orElseThrow().passwordHash(ledgers.clock.instant()).orElseThrow();
    }

    @Test
    @DisplayName("L-01 L-02 every failure costs one hash: a wrong password, an unknown name, none at all, a disabled account")
    void every_failure_costs_one_hash() {
        People people = new People(ledgers);
        people.account("sso.only");
        people.account("disabled", RIGHT);
        ledgers.run("update account set disabled = true where username = 'disabled'");
        for (String name : List.of("anyi", "nobody", "sso.only", "disabled")) {
            long before = PasswordHash.computed();
            assertFalse(opens(name, "guess"));
            assertEquals(before + 1, PasswordHash.computed(), name);
        }
        long before = PasswordHash.computed();
        assertFalse(opens("disabled", RIGHT));
        assertEquals(before + 1, PasswordHash.computed());
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
