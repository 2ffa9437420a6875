package gatehouse.account;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

import gatehouse.secret.Tokens;
import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;

/** What may have a password: none, one of the person's own, or a one-time one that is good for a while. */
@MappedSuperclass
abstract class PasswordHolder {

    @Column(name = "password_hash")
    private String passwordHash;
    @Column(name = "one_time_until")
    private Instant oneTimeUntil;

    /** A password of the person's own; a one-time one is spent by it. */
    void setPassword(String hash) {
        passwordHash = hash;
        oneTimeUntil = null;
    }

    void setOneTimePassword(String hash, Instant until) {
        passwordHash = hash;
        oneTimeUntil = until;
    }

    /** Whether its one-time password was made after that. */
    boolean oneTimeSince(Instant time) {
        return oneTimeUntil != null && oneTimeUntil.isAfter(time.plus(Passwords.ONE_TIME));
    }

    void rehash(String hash) {
        passwordHash = hash;
    }

    boolean samePassword(PasswordHolder other) {
        return Objects.equals(passwordHash, other.passwordHash);
    }

    /** Tells this password from the one before and after it, and nothing else; empty when there is none. */
    public Optional<String> passwordMark() {
        return Optional.ofNullable(passwordHash).map(hash -> Tokens.hash("mark/" + hash));
    }

    /** Whether this is the password that is kept, good or over. */
    boolean keeps(String typed) {
        return PasswordHash.stored(passwordHash).matches(typed);
    }

    /** A password the person knows; a one-time one does not count. */
    public boolean hasPassword() {
        return passwordHash != null && oneTimeUntil == null;
    }

    /** Whether some password opens the account now, a one-time one included. */
    public boolean opensByPassword(Instant now) {
        return passwordHash(now).isPresent();
    }

    Optional<String> passwordHash(Instant now) {
        return oneTimeUntil != null && !now.isBefore(oneTimeUntil) ? Optional.empty() : Optional.ofNullable(passwordHash);
    }

    public boolean mustChangePassword() {
        return oneTimeUntil != null;
    }
}
