package gatehouse.people;

import static gatehouse.people.Office.key;
import static gatehouse.people.Office.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import gatehouse.AtOnce;
import gatehouse.account.AccountEvent;
import gatehouse.account.Accounts;
import gatehouse.account.BasePath;
import gatehouse.account.Particulars;
import gatehouse.account.Permissions;
import gatehouse.account.Person;
import gatehouse.account.Username;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AddUserTest {

    private final Office office;

    AddUserTest(@TempDir Path data) {
        office = new Office(data);
    }

    private static Particulars wish(String name) {
        return new Particulars(Username.of(name), new BasePath("/home/{username}/{id}"), Permissions.imported(8), Person.UNKNOWN.typed("Nick", "n@example.com"));
    }

    @Test
    void an_added_account_has_what_was_wished_and_a_password_that_is_good_once() {
        Added added = office.ledgers.bean(AddUser.class).add(wish("anyi"), List.of(1L), true, false, office.by);
        assertEquals(1, office.ledgers.count("select count(*) from account where id = " + added.id() + " and base_path = '/home/anyi/" + added.id() + "' and permission = 8 and email = 'n@example.com'"));
        assertEquals(1, office.ledgers.count("select count(*) from role_grant where source = 0 and role_id = 1 and account_id = " + added.id()));
        assertTrue(office.opens("anyi", added.oneTimePassword()));
        assertTrue(office.ledgers.bean(Accounts.class).find(added.id()).orElseThrow().mustChangePassword());
        office.people.later(Duration.ofHours(25));
        assertFalse(office.opens("anyi", added.oneTimePassword()));
        assertEquals(AccountEvent.Kind.ADDED, office.told().get(0).kind());
        assertEquals(office.by, office.told().get(0).by());
        assertFalse((office.told() + added.toString()).contains(added.oneTimePassword()));
    }

    @Test
    void an_account_may_be_added_switched_off_and_both_are_told() {
        long anyi = office.ledgers.bean(AddUser.class).add(wish("anyi"), List.of(), true, true, office.by).id();
        assertTrue(office.ledgers.bean(Accounts.class).find(anyi).orElseThrow().disabled());
        assertEquals(List.of(AccountEvent.Kind.ADDED, AccountEvent.Kind.DISABLED), office.told().stream().map(AccountEvent::kind).toList());
    }

    @Test
    void a_name_in_use_reserved_or_used_before_is_refused_and_two_at_once_make_one() throws Exception {
        long anyi = office.ledgers.bean(AddUser.class).add(wish("anyi"), List.of(), false, false, office.by).id();
        office.change.delete(anyi, office.by);
        refused(422, "account.username.taken", () -> office.ledgers.bean(AddUser.class).add(wish("Anyi"), List.of(), false, false, office.by));
        refused(422, "account.username.taken", () -> office.ledgers.bean(AddUser.class).add(wish("ADMIN"), List.of(), false, false, office.by));
        refused(422, "account.role.unknown", () -> office.ledgers.bean(AddUser.class).add(wish("other"), List.of(99L), false, false, office.by));
        List<String> answers = AtOnce.all(4, i -> () -> key(() -> office.ledgers.bean(AddUser.class).add(wish("wanted"), List.of(), false, false, office.by)));
        assertEquals(3, answers.stream().filter("account.username.taken"::equals).count());
        assertEquals(1, office.ledgers.count("select count(*) from account where username = 'wanted'"));
    }
}
