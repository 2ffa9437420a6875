package gatehouse.session;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

import gatehouse.Ledgers;
import gatehouse.People;
import gatehouse.account.Account;
import gatehouse.account.Accounts;
import gatehouse.web.Refusal;

/** An account that mints tokens, on real ledgers. */
final class Mint {

    static final Set<Scope> PROFILE = Set.of(Scope.PROFILE);
    static final Set<Scope> ALL = Set.of(Scope.PROFILE, Scope.VERIFY, Scope.ADMIN);

    final Ledgers ledgers;
    final People people;
    final AccessTokens tokens;
    final long anyi;

    Mint(Path data) {
        ledgers = new Ledgers(data);
        people = new People(ledgers);
        tokens = ledgers.bean(AccessTokens.class);
        anyi = people.account("anyi");
    }

    Instant in(Duration time) {
        return ledgers.clock.instant().plus(time);
    }

    /** A token for thirty days. */
    Minted mint(Set<Scope> scopes) {
        return tokens.mint(anyi, "backup", scopes, in(Duration.ofDays(30)));
    }

    boolean opens(Minted minted) {
        return tokens.find(minted.token()).isPresent();
    }

    void promote() {
        ledgers.run("insert into role_grant select " + anyi + ", id, 0 from role where administrator");
    }

    Account person() {
        return ledgers.bean(Accounts.class).find(anyi).orElseThrow();
    }

    /** @return the status */
    int refused(String name, Set<Scope> scopes, Instant expires) {
        return assertThrows(Refusal.class, () -> tokens.mint(anyi, name, scopes, expires)).status();
    }
}
