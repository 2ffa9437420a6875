package gatehouse.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressLiteralTest {

    @ParameterizedTest
    @ValueSource(strings = {"999.1.1.1", "256.0.0.1", "1.2.3.256", "010.0.0.1", "1.2.3", "1.2.3.4.5", "16909060", "0x1.2.3.4", "dead.beef", "beef", "localhost", "", " 1.2.3.4",
        "::1::2", "1:2", ":::", "::ffff:999.1.1.1", "fe80::1%eth0", "[::1]"})
    @DisplayName("P-03 what only looks like an address is none, and nothing is looked up; nor is it a trusted proxy")
    void what_only_looks_like_one_is_none(String text) {
        assertTrue(AddressLiteral.read(text).isEmpty());
        if (!text.isBlank() && !text.startsWith(" ")) assertThrows(IllegalArgumentException.class, () -> new TrustedProxies(text));
    }

    @Test
    void addresses_are_read() {
        assertEquals("203.0.113.255", AddressLiteral.read("203.0.113.255").map(InetAddress::getHostAddress).orElseThrow());
        assertEquals("0.0.0.0", AddressLiteral.read("0.0.0.0").map(InetAddress::getHostAddress).orElseThrow());
        assertEquals("2001:db8:0:0:0:0:0:1", AddressLiteral.read("2001:DB8::1").map(InetAddress::getHostAddress).orElseThrow());
        assertEquals("192.0.2.1", AddressLiteral.read("::ffff:192.0.2.1").map(InetAddress::getHostAddress).orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({"203.0.113.255, 203.0.113.255", "0:0:0:0:0:0:0:1, ::1", "0:0:0:0:0:0:0:0, ::", "2001:DB8:0:0:0:0:0:1, 2001:db8::1", "fe80:0:0:0:1:0:0:1, fe80::1:0:0:1",
        "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1", "2001:0:0:1:0:0:0:1, 2001:0:0:1::1", "1:2:3:4:5:6:0:8, 1:2:3:4:5:6:0:8", "10:0:0:a0:0f:1:2:3, 10::a0:f:1:2:3", "1:2:3:4:5:6:0:0, 1:2:3:4:5:6::"})
    void addresses_are_written_as_people_write_them(String read, String written) {
        assertEquals(written, AddressLiteral.read(read).map(AddressLiteral::written).orElseThrow());
    }
}
