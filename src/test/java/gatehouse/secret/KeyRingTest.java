package gatehouse.secret;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyRingTest {

    private static final String ROW = "provider/client_secret/17";
    private static final Secret CANARY = Secret.of("canary-päss-7");
    private static final String K1 = Key.fresh().line();
    private static final String K2 = Key.fresh().line();
    private final KeyRing ring = KeyRing.parse(K1);

    @Test
    void what_was_sealed_opens_again() {
        String sealed = ring.seal(CANARY, ROW);
        assertTrue(sealed.matches("v1\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]{16}\\.[A-Za-z0-9_-]+"), sealed);
        assertEquals(CANARY.reveal(), ring.open(sealed, ROW).reveal());
        assertNotEquals(sealed, ring.seal(CANARY, ROW));
        assertTrue(ring.open(ring.seal(Secret.NONE, ROW), ROW).isEmpty());
    }

    @Test
    @DisplayName("E-04 a sealed value of one row or column does not open in another")
    void another_row_or_column_does_not_open() {
        String sealed = ring.seal(CANARY, ROW);
        assertThrows(SecretLost.class, () -> ring.open(sealed, "provider/client_secret/18"));
        assertThrows(SecretLost.class, () -> ring.open(sealed, "provider/other/17"));
    }

    @Test
    @DisplayName("E-04 one flipped bit, or half a value, does not open")
    void a_changed_value_does_not_open() {
        String sealed = ring.seal(CANARY, ROW);
        for (int at = 0; at < sealed.length(); at++) {
            char other = sealed.charAt(at) == 'A' ? 'Q' : 'A';
            String changed = sealed.substring(0, at) + other + sealed.substring(at + 1);
            assertThrows(SecretLost.class, () -> ring.open(changed, ROW), changed);
        }
        for (String hostile : new String[] {"", "v1", "v1...", "v2" + sealed.substring(2), sealed + ".x", sealed.substring(0, 40), "v1.%.%.%"}) {
            assertThrows(SecretLost.class, () -> ring.open(hostile, ROW), hostile);
        }
    }

    @Test
    @DisplayName("E-05 with two keys the first seals and both open; a value knows whether it must be sealed again")
    void keys_are_changed_without_losing_a_secret() {
        String old = ring.seal(CANARY, ROW);
        KeyRing both = KeyRing.parse("# new first\n" + K2 + "\n\n" + K1 + "\n");
        assertEquals(CANARY.reveal(), both.open(old, ROW).reveal());
        assertTrue(both.opens(ring.check()));
        assertFalse(both.current(old));
        String resealed = both.seal(both.open(old, ROW), ROW);
        assertTrue(both.current(resealed));
        KeyRing dropped = KeyRing.parse(K2);
        assertEquals(CANARY.reveal(), dropped.open(resealed, ROW).reveal());
        assertThrows(SecretLost.class, () -> dropped.open(old, ROW));
    }

    @Test
    @DisplayName("E-06 a wrong ring does not open the key check value")
    void a_wrong_ring_is_known_by_the_check_value() {
        assertTrue(ring.opens(ring.check()));
        assertFalse(KeyRing.parse(K2).opens(ring.check()));
        assertFalse(KeyRing.parse(K2.split(":")[0] + ":" + K1.split(":")[1]).opens(ring.check()));
        assertFalse(ring.opens(""));
    }

    @Test
    @DisplayName("E-06 a ring file is made once, 0600, and never overwritten")
    void a_ring_file_is_never_overwritten(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("keys");
        assertThrows(UncheckedIOException.class, () -> KeyRing.read(file));
        KeyRing made = KeyRing.make(file);
        String before = Files.readString(file);
        assertTrue(KeyRing.read(file).opens(made.check()));
        assertThrows(UncheckedIOException.class, () -> KeyRing.make(file));
        assertEquals(before, Files.readString(file));
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        }
    }

    @Test
    @DisplayName("E-09 neither toString nor an exception tells a secret")
    void nothing_tells_a_secret() {
        assertEquals("•••", ring.toString());
        assertFalse(new SecretLost().toString().contains(CANARY.reveal()));
        String broken = K1.substring(0, K1.length() - 8);
        var refused = assertThrows(IllegalArgumentException.class, () -> KeyRing.parse(K2 + "\n" + broken));
        assertTrue(refused.getMessage().contains("line 2"));
        assertFalse(refused.getMessage().contains(broken.substring(10, 20)));
        assertEquals(null, refused.getCause());
    }

    @Test
    void an_empty_ring_a_doubled_name_and_a_short_key_are_refused() {
        for (String text : new String[] {"", "# nothing", K1 + "\n" + K1, "k:AAAA", "no colon", "a b:" + K1.split(":")[1]}) {
            assertThrows(IllegalArgumentException.class, () -> KeyRing.parse(text), text);
        }
    }

    @Test
    void sub_keys_differ_by_label_and_follow_RFC_5869() {
        assertEquals(32, ring.derive("a").length);
        assertFalse(java.util.Arrays.equals(ring.derive("a"), ring.derive("b")));
        byte[] ikm = new byte[22];
        java.util.Arrays.fill(ikm, (byte) 0x0b);
        String testCase3 = "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d";
        assertEquals(testCase3, java.util.HexFormat.of().formatHex(Hkdf.derive(ikm, "")));
    }
}
