package gatehouse.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import gatehouse.web.Refusal;

class EmailTest {

    private final EmailDomains good = EmailDomains.of("good.test, @bücher.example");

    @ParameterizedTest
    @DisplayName("U-14 what is no address is none")
    @ValueSource(strings = {"a@x@y", "a\r\n@x.test", "a@x.test\r\nBcc: b@x.test", "", "@", "a@", "@x", "a b@x.test", "a@x..test", "a@.x", "a@-\u0000", "<a@x.test>", "a\u200b@x.test", "a@x_y.test"})
    void what_is_no_address_is_none(String text) {
        assertTrue(EmailAddress.from(text).isEmpty());
        assertThrows(Refusal.class, () -> new EmailAddress(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"john@example.com", "a+b.c@x.co", "张三@例子.测试", "o'neil@x.test", "a@localhost", "X@GOOD.TEST"})
    void addresses_are_kept_as_they_are(String text) {
        assertEquals(text, EmailAddress.from(" " + text + " ").orElseThrow().value());
    }

    @Test
    @DisplayName("U-14, D-06 a long text is refused before it is matched")
    void a_long_text_is_no_address() {
        assertTrue(EmailAddress.from("a".repeat(400) + "@x.test").isEmpty());
        assertTrue(EmailAddress.from("a@".repeat(500_000)).isEmpty());
        assertTrue(EmailAddress.from("a@" + "b.".repeat(120) + "x").isPresent());
    }

    @Test
    @DisplayName("R-13 only the real, verified domain passes, in any case")
    void only_the_real_domain_passes() {
        assertTrue(good.admit("x@good.test", true));
        assertTrue(good.admit("X@GOOD.TEST", true));
        assertTrue(good.admit("x@BÜCHER.example", true));
        assertTrue(good.admit("x@xn--bcher-kva.example", true));
        for (String other : new String[] {"x@good.test.evil", "x@evilgood.test", "x@good.test@evil", "x@sub.good.test", "x@good.test.", "x@ｇｏｏｄ.test", "x@gооd.test", ""}) {
            assertFalse(good.admit(other, true), other);
        }
        assertFalse(good.admit("x@good.test", false));
    }

    @Test
    @DisplayName("R-13 a domain that old IDNA reads as another is not that other")
    void a_sharp_s_is_not_two() {
        assertFalse(EmailDomains.of("strasse.test").admit("x@straße.test", true));
    }

    @Test
    void a_list_is_kept_in_order_and_refused_when_wrong() {
        assertEquals("good.test xn--bcher-kva.example", good.toString());
        assertEquals(good, EmailDomains.of(good.toString()));
        for (String typed : new String[] {"", " , ", "a b_c", "http://x.test", "x@y.test", "a,".repeat(10_000), "*.x.test"}) {
            assertEquals(422, assertThrows(Refusal.class, () -> EmailDomains.of(typed)).status());
        }
    }
}
