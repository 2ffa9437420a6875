package gatehouse.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import gatehouse.web.Refusal;

class PasswordTest {

    private static final Username JOHN = Username.of("JohnJohn Doe");

    @ParameterizedTest
    @DisplayName("L-08 weak passwords are refused, each with its own sentence")
    @CsvSource({"abcdefg,too-short", "password1,common", "PASSWORD1,common", "12345678,common", "johnjohn doe,username", "'',too-short"})
    void weak_passwords_are_refused(String typed, String why) {
        assertEquals("account.password." + why, assertThrows(Refusal.class, () -> Password.of(typed, JOHN)).key());
    }

    @Test
    @DisplayName("L-08 length is 8 to 128 characters, whatever they are")
    void any_characters_of_the_right_length_pass() {
        for (String typed : new String[] {"aaaaaaaaaaaaaaaaq7", "😀".repeat(8), "😀".repeat(128), " pass phrase ", "x".repeat(128)}) {
            assertEquals("•••", Password.of(typed, JOHN).toString());
        }
        for (String typed : new String[] {"x".repeat(129), "😀".repeat(129), "x".repeat(1_000_000)}) {
            assertEquals("account.password.too-long", assertThrows(Refusal.class, () -> Password.of(typed, JOHN)).key());
        }
        assertThrows(Refusal.class, () -> Password.of("😀".repeat(7), JOHN));
    }

    @Test
    void the_list_of_common_passwords_has_3000() {
        assertEquals(3000, Resource.lines("common-passwords.txt").size());
    }

    @Test
    void a_hash_matches_its_password_only_byte_for_byte() {
        PasswordHash hash = PasswordHash.of(Password.of("Schlüssel 7", JOHN));
        assertTrue(hash.phc().startsWith("$argon2id$v=19$m=19456,t=2,p=1$"), hash.phc());
        assertTrue(hash.matches("Schlüssel 7"));
        assertFalse(hash.matches("Schlu\u0308ssel 7"));
        assertFalse(hash.matches("schlüssel 7"));
        assertFalse(hash.matches("x".repeat(1_000_000)));
        assertFalse(hash.needsRehash());
        assertNotEquals(hash.phc(), PasswordHash.rehash("Schlüssel 7").phc());
    }

    @Test
    @DisplayName("L-01 no hash, a blank one and an unreadable one never match")
    void no_hash_never_matches() {
        for (String stored : new String[] {null, "", "  ", "plain", "$argon2id$v=19$m=99999999,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAA"}) {
            PasswordHash hash = PasswordHash.stored(stored);
            assertFalse(hash.usable() || hash.needsRehash());
            assertFalse(hash.matches("") || hash.matches("plain") || hash.matches("null"));
        }
        assertFalse(PasswordHash.NONE.matches(""));
    }

    @Test
    @DisplayName("L-10 a hash with old costs matches and asks to be made again")
    void an_old_hash_asks_to_be_made_again() {
        String old = new Argon2(8 * 1024, 1, 1, new byte[16]).phc(Password.bytes("correct horse"));
        PasswordHash hash = PasswordHash.stored(old);
        assertTrue(hash.matches("correct horse"));
        assertFalse(hash.matches("wrong horse"));
        assertTrue(hash.needsRehash());
        assertFalse(PasswordHash.rehash("correct horse").needsRehash());
    }

    @Test
    void a_known_hash_of_the_reference_program_matches() {
        String reference = "$argon2id$v=19$m=256,t=2,p=2$c29tZXNhbHQ$bQk8UB/VmZZF4Oo79iDXuL5/0ttZwg2f/5U52iv1cDc";
        assertTrue(PasswordHash.stored(reference).matches("password"));
    }

    @Test
    @DisplayName("L-12 as many hashes as workers run, fifty wait, the next is refused with 503")
    void surplus_hashes_are_refused() throws Exception {
        HashQueue queue = new HashQueue(2);
        CountDownLatch open = new CountDownLatch(1);
        CountDownLatch refusals = new CountDownLatch(48);
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        AtomicInteger done = new AtomicInteger();
        var threads = Executors.newFixedThreadPool(100);
        for (int i = 0; i < 100; i++) {
            threads.execute(() -> {
                try {
                    done.addAndGet(queue.run(() -> {
                        most.accumulateAndGet(running.incrementAndGet(), Math::max);
                        await(open);
                        running.decrementAndGet();
                        return 1;
                    }));
                } catch (Refusal busy) {
                    assertEquals(503, busy.status());
                    refusals.countDown();
                }
            });
        }
        refusals.await();
        open.countDown();
        threads.shutdown();
        assertTrue(threads.awaitTermination(30, java.util.concurrent.TimeUnit.SECONDS));
        assertEquals(2, most.get());
        assertEquals(52, done.get());
        assertEquals(1, queue.run(() -> 1));
    }

    @Test
    @DisplayName("L-11 a one-time password is random, readable and allowed as a password")
    void a_one_time_password_is_readable() {
        String one = OneTimePassword.fresh();
        assertTrue(one.matches("[2-9a-hjkmnp-z]{4}(-[2-9a-hjkmnp-z]{4}){4}"), one);
        assertNotEquals(one, OneTimePassword.fresh());
        assertEquals("•••", Password.of(one, JOHN).toString());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
