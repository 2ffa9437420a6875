package gatehouse.people;

import static gatehouse.people.Office.key;
import static gatehouse.people.Office.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;

import gatehouse.AtOnce;
import gatehouse.account.BasePath;
import gatehouse.account.Permissions;
import gatehouse.provider.Entrances;
import gatehouse.setting.SsoSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody can always get in who may put everything right. */
class LastAdministratorTest {

    private final Office office;

    LastAdministratorTest(@TempDir Path data) {
        office = new Office(data);
    }

    @Test
    void the_last_administrator_is_not_disabled_demoted_deleted_or_given_a_one_time_password() {
        refused(409, "refused.last-admin", () -> office.change.disable(office.admin, office.by));
        refused(409, "refused.last-admin", () -> office.change.grant(office.admin, office.version(office.admin), List.of(1L), office.by));
        refused(409, "refused.last-admin", () -> office.change.delete(office.admin, office.by));
        refused(409, "refused.last-admin", () -> office.admit.oneTimePassword(office.admin, false, office.by));
        assertTrue(office.opens("admin", Office.PASSWORD));
        assertEquals(List.of(), office.told());
        long other = office.administrator("other");
        office.ledgers.run("update account set disabled = true where id = " + other);
        refused(409, "refused.last-admin", () -> office.change.disable(office.admin, office.by));
        office.ledgers.run("update account set disabled = false, password_hash = null where id = " + other);
        refused(409, "refused.last-admin", () -> office.change.delete(office.admin, office.by));
        office.people.bound(other, office.people.provider("github"), "octocat");
        office.people.set(new SsoSettings(false, false, BasePath.ROOT, Permissions.NONE, false));
        refused(409, "refused.last-admin", () -> office.change.delete(office.admin, office.by));
        office.people.set(SsoSettings.DEFAULT);
        office.change.delete(office.admin, office.by);
        refused(409, "refused.their-last-way-in", () -> office.admit.unbind(other, office.ledgers.count("select id from identity"), office.by));
    }

    @Test
    void an_identity_stays_that_is_the_last_administrators_way_in_though_a_one_time_password_is_there() {
        office.people.bound(office.admin, office.people.provider("github"), "octocat");
        office.ledgers.run("update account set one_time_until = timestamp '2026-03-02 00:00:00' where id = " + office.admin);
        refused(409, "refused.last-admin", () -> office.admit.unbind(office.admin, office.ledgers.count("select id from identity"), office.by));
        assertEquals(1, office.ledgers.count("select count(*) from identity"));
    }

    @Test
    void single_sign_on_is_not_switched_off_when_no_administrator_has_a_password() {
        office.people.bound(office.admin, office.people.provider("github"), "octocat");
        office.ledgers.run("update account set password_hash = null where id = " + office.admin);
        office.ledgers.bean(Entrances.class).keepAnAdministrator();
        office.people.set(new SsoSettings(false, false, BasePath.ROOT, Permissions.NONE, false));
        refused(409, "refused.last-admin", () -> office.ledgers.bean(Entrances.class).keepAnAdministrator());
    }

    @Test
    void of_two_administrators_who_take_each_other_away_at_once_one_stays() throws Exception {
        List<String> all = new ArrayList<>();
        long here = office.admin;
        for (int round = 0; round < 12; round++) {
            long other = office.administrator("other" + round);
            List<Long> both = List.of(here, other);
            int way = round % 4;
            IntFunction<Callable<String>> work = i -> () -> key(() -> take(both.get(i), way));
            all.addAll(AtOnce.all(2, work));
            assertEquals(1, office.ledgers.count("select count(*) from account a where not a.disabled and a.one_time_until is null"
                    + " and exists (select 1 from role_grant g where g.account_id = a.id and g.role_id = " + office.administrators + ")"), "round " + round);
            here = theOneLeft();
        }
        assertEquals(12, all.stream().filter(""::equals).count());
        assertEquals(Set.of("", "refused.last-admin"), Set.copyOf(all));
    }

    private void take(long id, int way) {
        switch (way) {
            case 0 -> office.change.disable(id, office.by);
            case 1 -> office.change.grant(id, office.version(id), List.of(), office.by);
            case 2 -> office.admit.oneTimePassword(id, false, office.by);
            default -> office.change.delete(id, office.by);
        }
    }

    /** One administrator is left, whoever it is; everybody else goes. */
    private long theOneLeft() {
        long left = office.ledgers.count("select max(a.id) from account a where not a.disabled and a.one_time_until is null"
                + " and exists (select 1 from role_grant g where g.account_id = a.id and g.role_id = " + office.administrators + ")");
        office.ledgers.run("delete from account where id <> " + left);
        return left;
    }
}
