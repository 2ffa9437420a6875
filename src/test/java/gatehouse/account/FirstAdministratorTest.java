package gatehouse.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gatehouse.AtOnce;
import gatehouse.Ledgers;
import gatehouse.People;
import gatehouse.config.Config;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstAdministratorTest {

    private static final String OWN = "seventeen sailing boats";

    @TempDir
    Path data;
    private final Map<String, String> settings = new HashMap<>();
    private Ledgers ledgers;

    @BeforeEach
    void open() {
        ledgers = new Ledgers(data);
        settings.put("gatehouse.data", data.toString());
        ledgers.put(Config.class, new Config(name -> Optional.ofNullable(settings.get(name))));
    }

    private void start() {
        ledgers.bean(FirstAdministrator.class).welcome();
    }

    private String written() throws IOException {
        return Files.readString(data.resolve("first-password")).strip();
    }

    private Optional<Account> proven(String name, String password) {
        return ledgers.bean(Passwords.class).proven(Username.of(name), password, Bucket.of(Username.of(name)));
    }

    @Test
    @DisplayName("L-11 the first start makes admin with a random password in a file of its owner's, and it is to be changed")
    void the_first_start_makes_an_administrator() throws IOException {
        start();
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("first-password"))));
        Account admin = proven("admin", written()).orElseThrow();
        assertTrue(admin.mustChangePassword());
        assertFalse(admin.hasPassword());
        assertTrue(ledgers.in(() -> ledgers.bean(Accounts.class).find(admin.id()).orElseThrow().administrator()));
        for (String guess : new String[] {"admin", "password", ""}) assertTrue(proven("admin", guess).isEmpty());
    }

    @Test
    @DisplayName("A-14 nodes that start at once make one administrator, with one password in the file")
    void nodes_that_start_at_once_make_one() throws Exception {
        AtOnce.all(4, node -> () -> {
            start();
            return true;
        });
        assertEquals(1, ledgers.count("select count(*) from account"));
        assertTrue(proven("admin", written()).isPresent());
    }

    @Test
    @DisplayName("A-14 a node that comes second leaves the password alone that the first has just made, wherever its own folder is")
    void a_second_node_takes_no_password_away(@TempDir Path other) throws IOException {
        start();
        settings.put("gatehouse.data", other.toString());
        start();
        assertFalse(Files.exists(other.resolve("first-password")));
        assertTrue(proven("admin", written()).isPresent());
        ledgers.clock.pass(Duration.ofSeconds(61));
        start();
        assertTrue(proven("admin", Files.readString(other.resolve("first-password")).strip()).isPresent());
    }

    @Test
    @DisplayName("L-11 the sign-in page may say where the password lies while nobody has used it and this node has it, and not after")
    void admin_is_awaited_until_they_come() throws IOException {
        assertFalse(awaited());
        start();
        assertTrue(awaited());
        Files.move(data.resolve("first-password"), data.resolve("elsewhere"));
        assertFalse(awaited());
        Files.move(data.resolve("elsewhere"), data.resolve("first-password"));
        ledgers.run("update account set one_time_until = null");
        assertFalse(awaited());
    }

    private boolean awaited() {
        return ledgers.bean(FirstAdministrator.class).awaited();
    }

    @Test
    @DisplayName("A-14 a database that cannot be read is not one without an administrator: nothing is made, and the one there is stays")
    void an_unreadable_database_is_no_empty_one() throws IOException {
        start();
        String first = written();
        ledgers.run("alter table account rename to elsewhere");
        try {
            assertThrows(RuntimeException.class, this::start);
            assertEquals(first, written());
        } finally {
            ledgers.run("alter table elsewhere rename to account");
        }
        assertEquals(1, ledgers.count("select count(*) from account"));
        assertTrue(proven("admin", first).isPresent());
    }

    @Test
    @DisplayName("L-11 a one-time password is good for 24 hours; a start while it is unused makes a new one")
    void a_one_time_password_expires_and_is_made_anew() throws IOException {
        start();
        String first = written();
        ledgers.clock.pass(Duration.ofHours(24));
        assertTrue(proven("admin", first).isEmpty());
        start();
        assertNotEquals(first, written());
        assertTrue(proven("admin", first).isEmpty());
        assertTrue(proven("admin", written()).isPresent());
        assertEquals(1, ledgers.count("select count(*) from account"));
    }

    @Test
    @DisplayName("L-11 once it is changed the file is gone, and a start makes nothing")
    void a_changed_password_stays() {
        start();
        long admin = admin();
        own(admin, "admin");
        assertFalse(Files.exists(data.resolve("first-password")));
        start();
        assertFalse(Files.exists(data.resolve("first-password")));
        assertFalse(proven("admin", OWN).orElseThrow().mustChangePassword());
    }

    @Test
    @DisplayName("L-11 somebody else's new password leaves the administrator's file where it is")
    void only_the_administrators_own_password_removes_the_file() {
        start();
        own(new People(ledgers).account("somebody"), "somebody");
        assertTrue(Files.exists(data.resolve("first-password")));
    }

    @Test
    void a_given_password_is_the_administrators_own_and_no_file_is_written() {
        settings.put("gatehouse.admin.password", OWN);
        start();
        assertTrue(proven("admin", OWN).orElseThrow().hasPassword());
        assertFalse(Files.exists(data.resolve("first-password")));
        settings.put("gatehouse.admin.password", "another one, read only at first");
        start();
        assertTrue(proven("admin", OWN).isPresent());
    }

    @Test
    void a_given_password_that_is_weak_stops_the_start_and_is_not_told() {
        settings.put("gatehouse.admin.password", "short");
        String said = assertThrows(IllegalStateException.class, this::start).getMessage();
        assertTrue(said.startsWith("GATEHOUSE_ADMIN_PASSWORD") && !said.contains("short\""), said);
        assertEquals(0, ledgers.count("select count(*) from account"));
    }

    @Test
    void the_way_back_in_makes_an_enabled_administrator_with_a_one_time_password() throws IOException {
        long account = new People(ledgers).account("somebody", "an old password");
        ledgers.run("update account set disabled = true");
        settings.put("gatehouse.reset.admin", "somebody");
        start();
        assertTrue(proven("somebody", "an old password").isEmpty());
        assertEquals(account, proven("somebody", written()).orElseThrow().id());
        assertTrue(ledgers.in(() -> ledgers.bean(Accounts.class).find(account).orElseThrow().administrator()));
    }

    private long admin() {
        return ledgers.count("select id from account where username = 'admin'");
    }

    /** A password of their own, and the event that a server would tell. */
    private void own(long account, String name) {
        ledgers.bean(Accounts.class).setPassword(account, PasswordHash.of(Password.of(OWN, Username.of(name))));
        ledgers.in(() -> {
            ledgers.events.stream().filter(AccountEvent.class::isInstance).map(AccountEvent.class::cast)
                    .forEach(event -> ledgers.bean(FirstAdministrator.class).spent(event));
            return true;
        });
    }
}
