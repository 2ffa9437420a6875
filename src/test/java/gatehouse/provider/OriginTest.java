package gatehouse.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

import gatehouse.SelfSigned;
import gatehouse.connection.Origin;
import gatehouse.web.Problems;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OriginTest {

    @Test
    @DisplayName("A10 Casdoor's organization, application and certificate are kept as typed, and shown again")
    void what_was_typed_is_kept() {
        String pem = SelfSigned.certificate(SelfSigned.ec(256), Instant.parse("2030-01-01T00:00:00Z"));
        Draft draft = Filled.oidc().with("preset", "casdoor").with("organization", "acme").with("application", "gate").with("certificate", pem.replace("\n", "\r\n"))
                .with("secretExpires", "2027-01-31").draft();
        assertEquals(new Origin("casdoor", "acme", "gate", pem.strip(), LocalDate.of(2027, 1, 31)), draft.origin());
        assertEquals(draft.origin(), Filled.of(draft, 1).draft(new Problems(), draft).orElseThrow().origin());
        assertTrue(draft.origin().pinned());
    }

    @Test
    void nothing_typed_is_nothing_kept() {
        Origin origin = Filled.custom().draft().origin();
        assertEquals(Origin.NONE, origin);
        assertFalse(origin.pinned());
    }

    @Test
    void only_a_known_preset_is_remembered() {
        assertEquals("github", Filled.custom().with("preset", "github").draft().origin().preset());
        assertEquals("", Filled.custom().with("preset", "../github").draft().origin().preset());
    }

    @ParameterizedTest
    @ValueSource(strings = {"31.01.2027", "2027-02-30", "2027-1-1", "1999-01-01", "tomorrow", "2027-01-31T00:00", "9999-12-31"})
    void a_date_is_a_day_of_the_calendar(String typed) {
        assertEquals(Set.of("secretExpires"), Filled.custom().with("secretExpires", typed).wrong().keySet());
    }

    @Test
    @DisplayName("A10 a certificate that is none is a problem of its field")
    void a_bad_certificate_is_named() {
        assertEquals(Map.of("certificate", "This is not one certificate or public key in PEM. Copy all of it, from -----BEGIN to the end of the -----END line."),
                Filled.oidc().with("certificate", "MIIB").wrong());
        assertEquals(Set.of("organization"), Filled.oidc().with("organization", "a".repeat(101)).wrong().keySet());
        assertEquals(Set.of("application"), Filled.oidc().with("application", "a\nb").wrong().keySet());
    }
}
