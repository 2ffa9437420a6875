package gatehouse.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import gatehouse.account.BasePath;
import gatehouse.account.Permissions;
import gatehouse.account.Person;
import gatehouse.session.Holder;
import gatehouse.web.Refusal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class IdentityTest {

    private static Holder holder(String username, String name, List<String> roles, boolean administrator) {
        return new Holder(1, 1, username, new Person(name, "a@example.com", name.isEmpty() || name.length() > 1, "", "", ""), new BasePath("/home/é"), Permissions.imported(152), roles, administrator);
    }

    @Test
    @DisplayName("P-11 names with line breaks, commas and other scripts are encoded: no extra header, no extra group")
    void values_are_encoded() {
        Map<String, String> headers = Identity.headers(Optional.of(holder("John Doe\r\nX: y", "张三 100%", List.of("a,b", "c;d", "é"), false)));
        assertEquals("John Doe%0D%0AX: y", headers.get("Remote-User"));
        assertEquals("%E5%BC%A0%E4%B8%89 100%25", headers.get("Remote-Name"));
        assertEquals("a@example.com", headers.get("Remote-Email"));
        assertEquals("a%2Cb,c;d,%C3%A9", headers.get("Remote-Groups"));
        assertEquals("/home/%C3%A9", headers.get("X-Gatehouse-Base-Path"));
        assertEquals("152", headers.get("X-Gatehouse-Permission"));
        assertTrue(headers.values().stream().allMatch(value -> value.chars().allMatch(c -> c >= ' ' && c < 0x7f)));
    }

    @Test
    @DisplayName("P-11 10 KB of roles are refused")
    void what_is_too_long_is_refused() {
        List<String> many = IntStream.range(0, 200).mapToObj(i -> "role number " + i + " of very many, é").toList();
        assertEquals(403, assertThrows(Refusal.class, () -> Identity.headers(Optional.of(holder("ann", "", many, false)))).status());
    }

    @Test
    void everybody_has_all_headers_and_nobody_has_them_empty() {
        assertEquals(Map.of("Remote-User", "", "Remote-Name", "", "Remote-Email", "", "Remote-Groups", "", "X-Gatehouse-Base-Path", "", "X-Gatehouse-Permission", ""),
                Identity.headers(Optional.empty()));
        assertEquals("ann", Identity.headers(Optional.of(holder("ann", "", List.of(), false))).get("Remote-Name"));
    }

    @Test
    @DisplayName("B-* an e-mail that nobody verified is told to no service")
    void an_unverified_email_is_not_told() {
        assertEquals("", Identity.headers(Optional.of(holder("ann", "x", List.of(), false))).get("Remote-Email"));
    }

    @Test
    void an_administrator_has_every_bit() {
        assertEquals("16383", Identity.headers(Optional.of(holder("ann", "", List.of(), true))).get("X-Gatehouse-Permission"));
    }
}
