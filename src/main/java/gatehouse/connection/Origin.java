package gatehouse.connection;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * Where a provider's settings came from, and what vouches for its answers.
 *
 * @param preset        the slug of its preset; empty for one typed by hand
 * @param organization  Casdoor's: people of another one are refused; empty for any
 * @param application   Casdoor's: tokens name it by its client ID alone, so it only says which one is meant
 * @param certificate   as {@link SigningCertificate} reads it; empty: the keys count that the provider publishes
 * @param secretExpires null when nobody said
 */
@Embeddable
public record Origin(String preset, String organization, String application, String certificate, @Column(name = "secret_expires") LocalDate secretExpires) {

    public static final Origin NONE = new Origin("", "", "", "", null);
    private static final Set<String> BUILT_IN = Set.of("built-in", "app-built-in");

    /** Whether tokens must be signed by the certificate, whatever the provider publishes. */
    public boolean pinned() {
        return !certificate.isEmpty();
    }

    /** The organization or application that Casdoor keeps for its own administrators, when it is named. */
    public Optional<String> builtIn() {
        return BUILT_IN.contains(organization) ? Optional.of(organization) : Optional.of(application).filter(BUILT_IN::contains);
    }

    /** As a date field takes it; empty when nobody said. */
    public String expiry() {
        return secretExpires == null ? "" : secretExpires.toString();
    }
}
