package gatehouse.mapping;

import java.util.Optional;

/**
 * A person as a provider describes them, cleaned and bounded; only the subject says who they are.
 *
 * @param subject       byte-exact, 1 to 255 characters
 * @param username      what the provider calls them, at most 1,000 characters; not yet a username here
 * @param email         a valid address, or empty
 * @param emailVerified only when the provider said so with a real {@code true}
 * @param avatar        an https address, or empty
 */
public record ExternalProfile(String subject, Optional<String> username, Optional<String> email, boolean emailVerified,
                              Optional<String> nickname, Optional<String> phone, Optional<String> avatar, Optional<String> description) {

    /** What people recognise themselves by there; never used to find an account. */
    public String nameThere() {
        return username.or(() -> nickname).or(() -> email).orElse(subject);
    }
}
