package gatehouse.people;

import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

import gatehouse.account.Account;
import gatehouse.account.Identity;

/** How an account stands, in the words of the pages. */
final class Standing {

    private Standing() {
    }

    static String password(Account account, Instant now) {
        if (!account.opensByPassword(now)) return "none";
        return account.mustChangePassword() ? "once" : "own";
    }

    /** @param open whether somebody could sign in by an identity now */
    static String of(Account account, List<Identity> bound, Predicate<Identity> open, Instant now) {
        if (account.disabled()) return "disabled";
        return account.opensByPassword(now) || bound.stream().anyMatch(open) ? "active" : "stranded";
    }
}
