package gatehouse.egress;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class EgressTest {

    @ParameterizedTest
    @DisplayName("F-01 mode public refuses every way of writing an inside address, when saved and when asked")
    @ValueSource(strings = {"127.0.0.1", "127.1", "2130706433", "0x7f.1", "0x7f000001", "0177.0.0.1", "127.0.0.1.", "[::1]",
        "[::ffff:127.0.0.1]",
        "[::127.0.0.1]", "0.0.0.0", "0", "169.254.169.254", "10.1.2.3", "172.16.0.1", "192.168.0.1", "100.64.0.1", "[fd00::1]",
        "[fd00:ec2::254]",
        "[64:ff9b::]", "[64:ff9b::7f00:1]", "[64:ff9b::a9fe:a9fe]", "[64:ff9b:1::1]", "[2002:7f00:1::]", "[2002:a00:1::1]",
        "[::ffff:0:10.0.0.1]",
        "[fe80::1]", "[ff02::1]", "[::]", "255.255.255.255", "224.0.0.1", "localhost", "localhost.", "LOCALHOST", "a.localhost",
        "198.18.0.1"})
    void mode_public_refuses_inside_addresses(String host) {
        Egress egress = new Egress("public", "", "", "");
        assertTrue(egress.refuses(URI.create("http://" + host + "/x")).isPresent());
        NoAnswer failed = assertThrows(NoAnswer.class, () -> egress.check(URI.create("http://" + host + "/x")));
        assertEquals(NoAnswer.Reason.ADDRESS_REFUSED, failed.reason());
    }

    @ParameterizedTest
    @DisplayName("F-01 mode private still refuses link-local, metadata, multicast and unspecified addresses")
    @ValueSource(strings = {"169.254.169.254", "[fe80::1]", "[fd00:ec2::254]", "[64:ff9b::a9fe:a9fe]", "[::ffff:169.254.169.254]",
        "[2002:a9fe:a9fe::]",
        "0.0.0.0", "[::]", "224.0.0.1", "[ff02::1]", "2130706433", "100.100.100.200"})
    void mode_private_refuses_what_is_never_a_provider(String host) {
        assertTrue(new Egress("private", "", "", "").refuses(URI.create("http://" + host + "/")).isPresent());
        assertTrue(new Egress("public", "0.0.0.0/0,::/0", "", "").refuses(URI.create("http://" + host + "/")).isPresent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "[::1]", "10.1.2.3", "[fd00::1]", "localhost", "keycloak", "8.8.8.8", "[2606:4700::1111]",
        "sso.example.org"})
    void mode_private_lets_the_house_in(String host) {
        assertTrue(new Egress("private", "", "", "").refuses(URI.create("https://" + host + ":8443/realm?a=b")).isEmpty());
    }

    @ParameterizedTest
    @DisplayName("F-03 only http and https with a host and without a user are addresses")
    @ValueSource(strings = {"file:///etc/passwd", "ftp://example.org/", "jar:http://example.org!/", "mailto:a@b", "/path", "", "http:///x",
        "http://user@example.org/", "http://example.org:0/", "http://example.org:65536/", "gopher://example.org/"})
    void other_addresses_are_malformed(String address) {
        assertEquals("exchange.address.malformed", new Egress("private", "", "", "").refuses(URI.create(address)).orElseThrow().key());
    }

    @Test
    @DisplayName("F-01 every resolved address counts, not the first")
    void one_bad_address_among_the_resolved_is_enough() {
        assertTrue(refused(resolving("public", "", "93.184.216.34", "10.0.0.1")));
        assertTrue(refused(resolving("private", "", "93.184.216.34", "169.254.169.254")));
        assertFalse(refused(resolving("public", "", "93.184.216.34", "2606:4700::1111")));
        assertFalse(refused(resolving("private", "", "93.184.216.34", "10.0.0.1")));
    }

    @Test
    void the_operators_list_lets_names_addresses_and_blocks_through() {
        assertFalse(refused(resolving("public", "sso.example", "10.0.0.1")));
        assertFalse(refused(resolving("public", " SSO.example. ,x", "10.0.0.1")));
        assertFalse(refused(resolving("public", ".example", "10.0.0.1")));
        assertFalse(refused(resolving("public", "10.0.0.1", "10.0.0.1")));
        assertFalse(refused(resolving("public", "10.0.0.0/30", "10.0.0.1", "10.0.0.3")));
        assertTrue(refused(resolving("public", "10.0.0.0/30", "10.0.0.1", "10.0.0.4")));
        assertTrue(refused(resolving("public", "other.example", "10.0.0.1")));
        assertTrue(refused(resolving("public", "sso.example", "169.254.169.254")));
    }

    @Test
    void through_a_proxy_names_are_left_to_it_and_literals_are_judged() {
        Egress egress = new Egress("public", "", "http://proxy.example:3128", "direct.example,10.0.0.0/8", EgressTest::nobody);
        assertDoesNotThrow(() -> egress.check(URI.create("https://sso.example/")));
        assertThrows(NoAnswer.class, () -> egress.check(URI.create("https://10.0.0.1/")));
        assertThrows(NoAnswer.class, () -> egress.check(URI.create("https://direct.example/")));
        assertEquals("[HTTP @ proxy.example", egress.proxies().select(URI.create("https://sso.example/")).toString().substring(0, 21));
        assertEquals("[DIRECT]", egress.proxies().select(URI.create("https://direct.example/")).toString());
        assertEquals("[DIRECT]", egress.proxies().select(URI.create("https://10.0.0.1/")).toString());
    }

    @Test
    void a_setting_that_cannot_be_read_stops_the_start() {
        assertThrows(IllegalArgumentException.class, () -> new Egress("open", "", "", ""));
        assertThrows(IllegalArgumentException.class, () -> new Egress("public", "10.0.0.0/33", "", ""));
        assertThrows(IllegalArgumentException.class, () -> new Egress("public", "http://x", "", ""));
        assertThrows(IllegalArgumentException.class, () -> new Egress("private", "", "proxy:3128", ""));
        assertThrows(IllegalArgumentException.class, () -> new Egress("private", "", "https://proxy:3128", ""));
    }

    private static boolean refused(Egress egress) {
        try {
            egress.check(URI.create("https://sso.example/"));
            return false;
        } catch (NoAnswer failed) {
            assertEquals(NoAnswer.Reason.ADDRESS_REFUSED, failed.reason());
            return true;
        }
    }

    private static Egress resolving(String mode, String allow, String... addresses) {
        return new Egress(mode, allow, "", "", host -> {
            InetAddress[] all = new InetAddress[addresses.length];
            for (int i = 0; i < all.length; i++) {
                all[i] = InetAddress.getByName(addresses[i]);
            }
            return all;
        });
    }

    private static InetAddress[] nobody(String host) throws UnknownHostException {
        throw new UnknownHostException(host);
    }
}
