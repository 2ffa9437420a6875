package gatehouse.account;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Passwords of accounts. Every guess, on every pathway, is counted before it is looked at; hashing holds no database connection. */
@ApplicationScoped
public class Passwords {

    /** How long a one-time password is good. */
    public static final Duration ONE_TIME = Duration.ofHours(24);

    @Inject
    Accounts accounts;
    @Inject
    LoginTries tries;
    @Inject
    Clock clock;

    /** The enabled account of that name, if this is its password. @throws gatehouse.web.Refusal 429 when there were too many guesses */
    public Optional<Account> proven(Username name, String typed, Bucket counted) {
        count(counted);
        return matched(accounts.named(name), typed, counted);
    }

    /**
     * Whether this is the password of the account whose person is signed in. Counted by itself: strangers who fail on the name keep nobody
     * from proving themselves. @throws gatehouse.web.Refusal 429 when there were too many guesses
     */
    public boolean provenAgain(long account, String typed) {
        Bucket counted = Bucket.proofs(account);
        count(counted);
        return matched(accounts.find(account), typed, counted).isPresent();
    }

    private Optional<Account> matched(Optional<Account> account, String typed, Bucket counted) {
        PasswordHash hash = PasswordHash.stored(account.flatMap(known -> known.passwordHash(clock.instant())).orElse(null));
        boolean right = hash.matches(typed);
        if (!right || account.filter(known -> !known.disabled()).isEmpty()) return Optional.empty();
        tries.forget(counted);
        counted.around().forEach(tries::forget);
        return hash.needsRehash() ? Optional.of(accounts.rehash(account.get(), PasswordHash.rehash(typed).phc())) : account;
    }

    /** Whether this is the account's password of now, though its time be over; not counted, for who asks is signed in and replaces it. */
    public boolean kept(long account, String typed) {
        return accounts.find(account).filter(known -> known.keeps(typed)).isPresent();
    }

    /** Counts a guess where no password is taken: it is always wrong. @throws gatehouse.web.Refusal 429 when there were too many */
    public void wrong(Username name) {
        count(Bucket.of(name));
    }

    private void count(Bucket counted) {
        take(counted);
        counted.around().forEach(this::take);
    }

    private void take(Bucket bucket) {
        try {
            tries.open(bucket);
        } catch (jakarta.persistence.PersistenceException somebodyElseDid) {
            tries.take(bucket);
            return;
        }
        tries.take(bucket);
    }
}
