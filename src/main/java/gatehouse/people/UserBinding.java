package gatehouse.people;

import java.time.Instant;

/**
 * Who an account's person is at a provider. Public, because templates read it.
 *
 * @param subject  the seed's {@code sso_id}
 * @param lastUsed null: never
 * @param open     whether somebody could sign in by it now
 */
public record UserBinding(long id, String slug, String name, String icon, String nameThere, String issuer, String subject, Instant lastUsed, boolean open) {
}
