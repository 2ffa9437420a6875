package gatehouse.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import gatehouse.Requests;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientAddressTest {

    private static final TrustedProxies PROXIES = new TrustedProxies("10.0.0.1, 10.1.0.0/16, fd00::/8");

    private static String client(String peer, String... forwarded) {
        String[] headers = new String[2 * forwarded.length];
        for (int i = 0; i < forwarded.length; i++) {
            headers[2 * i] = "X-Forwarded-For";
            headers[2 * i + 1] = forwarded[i];
        }
        return ClientAddress.of(Requests.of("GET", peer, headers), PROXIES);
    }

    @Test
    @DisplayName("P-02 what a peer that is not trusted says of others is not read")
    void a_stranger_speaks_for_nobody() {
        assertEquals("203.0.113.9", client("203.0.113.9", "198.51.100.1"));
        assertEquals("198.51.100.1", ClientAddress.of(Requests.of("GET", "198.51.100.1", "X-Forwarded-For", "10.0.0.1"), new TrustedProxies("")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "0:0:0:0:0:0:0:1", "10.0.0.1", "0.0.0.0"})
    @DisplayName("P-08 by default nobody is trusted, nor this machine itself")
    void who_is_not_named_is_not_trusted(String peer) {
        assertFalse(new TrustedProxies("").trusts(peer));
        assertEquals(peer.equals("10.0.0.1"), PROXIES.trusts(peer));
    }

    @Test
    void trusted_proxies_are_followed_from_the_right_to_the_first_stranger() {
        assertEquals("10.0.0.1", client("10.0.0.1"));
        assertEquals("198.51.100.1", client("10.0.0.1", "198.51.100.1"));
        assertEquals("198.51.100.2", client("10.0.0.1", "127.0.0.1, 198.51.100.2, 10.1.2.3"));
        assertEquals("198.51.100.2", client("10.0.0.1", "127.0.0.1", "198.51.100.2", "10.1.2.3"));
        assertEquals("198.51.100.3", client("10.0.0.1", "198.51.100.3:4711"));
        assertEquals("2001:db8::1", client("fd00:0:0:0:0:0:0:1%eth0", "[2001:db8::1]:4711"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "::1::2%eth0", "unknown", "dead.beef", "1.2.3", "999.1.1.1", "_hidden", "", " ", "1.2.3.4, x", "[::1", "a\tb"})
    @DisplayName("P-03 what is no literal address ends the search, and nothing is looked up")
    void what_is_no_address_is_not_followed(String hop) {
        assertEquals("10.0.0.1", client("10.0.0.1", hop).replace("::1", "10.0.0.1"));
    }

    @Test
    @DisplayName("P-03 three hundred hops are not walked")
    void a_long_chain_is_not_walked_to_its_end() {
        assertEquals("10.1.0.7", client("10.0.0.1", "198.51.100.1, " + "10.1.0.7, ".repeat(299) + "10.1.0.7"));
    }
}
