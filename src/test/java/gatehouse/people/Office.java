package gatehouse.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;

import gatehouse.Ledgers;
import gatehouse.People;
import gatehouse.account.AccountEvent;
import gatehouse.account.Accounts;
import gatehouse.account.Actor;
import gatehouse.account.Passwords;
import gatehouse.account.Username;
import gatehouse.web.Refusal;
import org.junit.jupiter.api.function.Executable;

/** The user management on real ledgers, with one administrator at work. */
final class Office {

    static final String PASSWORD = "correct-horse-battery";

    final Ledgers ledgers;
    final People people;
    final ChangeUser change;
    final AdmitUser admit;
    final long administrators;
    final long admin;
    final Actor by;

    Office(Path data) {
        ledgers = new Ledgers(data);
        people = new People(ledgers);
        change = ledgers.bean(ChangeUser.class);
        admit = ledgers.bean(AdmitUser.class);
        administrators = role("administrator");
        admin = administrator("admin");
        by = new Actor(admin, "admin");
        ledgers.events.clear();
    }

    long role(String name) {
        return ledgers.count("select id from role where name = '" + name + "'");
    }

    /** A new account that has the role by hand. */
    long administrator(String name) {
        long id = people.account(name, PASSWORD);
        give(id, administrators, 0);
        return id;
    }

    /** @param source the provider that granted it; 0 for an administrator's hand */
    void give(long account, long role, long source) {
        ledgers.run("insert into role_grant (account_id, role_id, source) values (" + account + ", " + role + ", " + source + ")");
    }

    int version(long account) {
        return ledgers.bean(Accounts.class).find(account).orElseThrow().version();
    }

    boolean opens(String name, String password) {
        return ledgers.bean(Passwords.class).proven(Username.of(name), password).isPresent();
    }

    /** What the log hears of accounts, but for the passwords that were set on the way. */
    List<AccountEvent> told() {
        return ledgers.events.stream().filter(AccountEvent.class::isInstance).map(AccountEvent.class::cast)
                .filter(event -> event.kind() != AccountEvent.Kind.PASSWORD_SET).toList();
    }

    /** This account is under way to a provider. */
    void trip(long account) {
        ledgers.run("insert into attempt select 'h" + account + "', 'b', " + people.provider("p" + account) + ", 1, 'BIND', 'r', 'n', 'v', " + account
                + ", null, '/', timestamp '2030-01-01 00:00:00'");
    }

    static void refused(int status, String key, Executable work) {
        Refusal refusal = assertThrows(Refusal.class, work);
        assertEquals(key + " " + status, refusal.key() + " " + refusal.status());
    }

    /** Does it, and tells by which key it was refused; nothing when it was not. */
    static String key(Runnable work) {
        try {
            work.run();
            return "";
        } catch (Refusal refused) {
            return refused.key();
        }
    }
}
