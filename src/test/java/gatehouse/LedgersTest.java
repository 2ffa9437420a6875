package gatehouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;

import gatehouse.account.Accounts;
import gatehouse.account.Roles;
import gatehouse.account.Username;
import gatehouse.web.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgersTest {

    @TempDir
    Path data;

    @Test
    void the_tables_are_what_the_entities_expect_and_two_roles_ship() {
        Ledgers ledgers = new Ledgers(data);
        assertEquals(2, ledgers.bean(Roles.class).all().size());
        assertTrue(ledgers.bean(Accounts.class).named(Username.of("nobody.here")).isEmpty());
    }

    @Test
    void what_a_refusal_leaves_behind_is_nothing() {
        Ledgers ledgers = new Ledgers(data);
        assertThrows(Refusal.class, () -> ledgers.in(() -> {
            ledgers.bean(jakarta.persistence.EntityManager.class).createNativeQuery("insert into used_slug (slug) values ('a')").executeUpdate();
            return ledgers.bean(Accounts.class).locked(7);
        }));
        assertEquals(0, ledgers.count("select count(*) from used_slug"));
    }
}
