package gatehouse.secret;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;

import org.junit.jupiter.api.Test;

class TokensTest {

    @Test
    void a_fresh_token_has_256_bits_and_is_never_the_same() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 1000; i++) seen.add(Tokens.fresh());
        assertEquals(1000, seen.size());
        assertTrue(seen.stream().allMatch(token -> token.matches("[A-Za-z0-9_-]{43}")));
    }

    @Test
    void the_hash_is_the_challenge_of_RFC_7636_appendix_B() {
        assertEquals("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM", Tokens.hash("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"));
    }

    @Test
    void null_is_the_same_as_nothing() {
        assertTrue(Tokens.same("a", "a"));
        assertFalse(Tokens.same("a", "b"));
        assertFalse(Tokens.same("a", "aa"));
        assertFalse(Tokens.same(null, null));
        assertFalse(Tokens.same("", null));
        assertFalse(Tokens.same(null, ""));
    }
}
