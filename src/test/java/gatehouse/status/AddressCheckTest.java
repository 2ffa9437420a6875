package gatehouse.status;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;

import gatehouse.web.Arrival;
import gatehouse.web.PublicUrl;
import org.junit.jupiter.api.Test;

class AddressCheckTest {

    private static Arrival arrival(String base, String known, boolean forwarded, boolean trusted) {
        return new Arrival(base, "10.0.0.1", forwarded, trusted, base.substring(0, base.indexOf(':')), Optional.ofNullable(known).map(PublicUrl::new), false);
    }

    private static List<String> found(Arrival arrival) {
        return AddressCheck.look(arrival).stream().map(finding -> finding.level() + " " + finding.key().substring("status.".length())).toList();
    }

    @Test
    void what_is_set_and_what_arrives_agree() {
        assertEquals(List.of("GOOD address.good", "GOOD cookies.good", "GOOD proxy.trusted"), found(arrival("https://id.example.com", "https://id.example.com", true, true)));
        assertEquals(List.of("GOOD address.good", "WARN cookies.plain"), found(arrival("http://id.example.com", "http://id.example.com", false, false)));
    }

    @Test
    void a_proxy_that_does_not_say_https_is_told() {
        assertEquals(List.of("BAD address.scheme", "GOOD cookies.good", "WARN proxy.untrusted"), found(arrival("http://id.example.com", "https://id.example.com", true, false)));
    }

    @Test
    void another_host_than_the_one_that_is_set_is_told() {
        assertEquals(List.of("WARN address.other", "GOOD cookies.good"), found(arrival("http://localhost:5244", "https://id.example.com", false, false)));
        Arrival fixed = new Arrival("http://localhost:5244", "127.0.0.1", false, false, "http", Optional.of(new PublicUrl("https://id.example.com")), true);
        assertEquals(List.of("WARN address.fixed", "GOOD cookies.good"), found(fixed));
    }

    @Test
    void on_this_machine_alone_nothing_need_be_set_for_cookies() {
        assertEquals(List.of("WARN address.none", "GOOD cookies.home"), found(arrival("http://localhost:5244", null, false, false)));
        assertEquals(List.of("WARN address.none", "WARN cookies.plain"), found(arrival("http://id.example.com", null, false, false)));
    }
}
