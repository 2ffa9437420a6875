package gatehouse.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import gatehouse.Ledgers;
import gatehouse.People;
import gatehouse.account.Actor;
import gatehouse.account.BasePath;
import gatehouse.account.Particulars;
import gatehouse.account.Permissions;
import gatehouse.account.Person;
import gatehouse.account.Username;
import gatehouse.web.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpdateUserTest {

    private static final Actor BY = new Actor(0, "admin");
    private static final Particulars WISH = new Particulars(Username.of("anyi"), new BasePath("/new"), Permissions.imported(8), Person.UNKNOWN);

    private final Ledgers ledgers;
    private final long anyi;
    private final List<Long> users;

    UpdateUserTest(@TempDir Path data) {
        ledgers = new Ledgers(data);
        anyi = new People(ledgers).account("anyi", "correct-horse-battery");
        users = List.of(ledgers.count("select id from role where name = 'user'"));
    }

    private int version() {
        return (int) ledgers.count("select version from account where id = " + anyi);
    }

    private boolean save(int seen, List<Long> roles, boolean disabled) {
        return ledgers.bean(UpdateUser.class).by(anyi, seen, WISH, Optional.of(roles), disabled, BY);
    }

    private long saved(String condition) {
        return ledgers.count("select count(*) from account where id = " + anyi + " and " + condition);
    }

    @Test
    void what_is_roles_and_state_change_in_one_call() {
        save(version(), users, true);
        assertEquals(1, saved("base_path = '/new' and permission = 8 and disabled"));
        assertEquals(1, ledgers.count("select count(*) from role_grant where account_id = " + anyi));
        save(version(), List.of(), false);
        assertEquals(1, saved("not disabled"));
        assertEquals(0, ledgers.count("select count(*) from role_grant where account_id = " + anyi));
    }

    @Test
    void who_comes_late_writes_nothing() {
        assertEquals(409, assertThrows(Refusal.class, () -> save(version() + 1, users, true)).status());
        assertEquals(1, saved("base_path = '/' and permission = 0 and not disabled"));
    }

    @Test
    void what_one_part_refuses_undoes_the_others() {
        ledgers.run("insert into role_grant select " + anyi + ", id, 0 from role where administrator");
        assertEquals(409, assertThrows(Refusal.class, () -> save(version(), users, false)).status());
        assertEquals(1, saved("base_path = '/' and permission = 0"));
        assertEquals(1, ledgers.count("select count(*) from role_grant g join role r on r.id = g.role_id where r.administrator"));
    }
}
