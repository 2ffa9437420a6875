package gatehouse.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import gatehouse.AtOnce;
import gatehouse.Ledgers;
import gatehouse.People;
import gatehouse.secret.Tokens;
import gatehouse.session.Outposts;
import gatehouse.session.SessionView;
import gatehouse.session.Sessions;
import gatehouse.web.Refusal;
import gatehouse.web.StoredAddress;
import gatehouse.web.Visit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class CrossingTest {

    private static final String FILES = "https://files.example.com";
    private static final String WIKI = "https://wiki.example.com";
    private static final String ID = "https://id.example.com";
    private static final Visit.Me ADMIN = new Visit.Me(1, "admin", true);
    private final String browser = Tokens.fresh();

    @TempDir
    Path data;
    private Ledgers ledgers;
    private Services services;
    private Crossing crossing;
    private Outposts outposts;
    private Sessions sessions;
    private SessionView session;
    private long files;

    @BeforeEach
    void open() {
        ledgers = new Ledgers(data);
        ledgers.put(StoredAddress.class, Optional::empty);
        services = ledgers.bean(Services.class);
        crossing = ledgers.bean(Crossing.class);
        outposts = ledgers.bean(Outposts.class);
        sessions = ledgers.bean(Sessions.class);
        People people = new People(ledgers);
        session = people.signedIn(people.account("ann"), null);
        files = add(FILES, "");
        add(WIKI, "");
    }

    private long add(String origin, String prefix) {
        long id = services.add(new Draft(origin, origin, prefix, Mode.SIGNED_IN, Set.of(), "", Confinement.REFUSE, ID, "http://127.0.0.1:8080"), ADMIN).id();
        services.forget(null);
        return id;
    }

    private String ticket() {
        String address = crossing.pass(Long.toString(files), Tokens.hash(browser), new Wanted("/a?b=c").carried(), ID);
        assertTrue(address.startsWith(FILES + "/.gatehouse/arrive?ticket="), address);
        return address.substring(address.indexOf('=') + 1);
    }

    private void lost(String origin, String ticket, String handle) {
        assertEquals(400, assertThrows(Refusal.class, () -> crossing.arrive(origin, ticket, Optional.ofNullable(handle))).status());
    }

    @Test
    void a_sign_in_is_taken_over_to_the_host_that_was_asked_for() {
        String start = crossing.start(FILES, new Wanted("/a?b=c"), browser);
        assertEquals(ID + "/.gatehouse/pass?s=" + files + "&b=" + Tokens.hash(browser) + "&to=" + new Wanted("/a?b=c").carried(), start);
        Crossing.Arrived arrived = crossing.arrive(FILES, ticket(), Optional.of(browser));
        assertEquals(FILES + "/a?b=c", arrived.address());
        assertEquals("ann", outposts.find(arrived.token(), FILES).orElseThrow().username());
        assertEquals(session.id(), outposts.find(arrived.token(), FILES).orElseThrow().session());
    }

    @Test
    @DisplayName("O-05 a ticket is good once, for a minute, in the browser that began and on its own host")
    void a_ticket_is_narrow() {
        String used = ticket();
        crossing.arrive(FILES, used, Optional.of(browser));
        lost(FILES, used, browser);
        lost(FILES, ticket(), Tokens.fresh());
        lost(FILES, ticket(), null);
        lost(WIKI, ticket(), browser);
        lost("http://files.example.com", ticket(), browser);
        lost("https://files.example.com.evil.test", ticket(), browser);
        lost(FILES, Tokens.fresh(), browser);
        lost(FILES, null, browser);
        lost(FILES, "x", browser);
        String late = ticket();
        ledgers.clock.pass(Tickets.GOOD);
        lost(FILES, late, browser);
        assertEquals(1, ledgers.count("select count(*) from session where parent_id is not null"));
    }

    @Test
    void a_ticket_shown_by_another_browser_is_spent() {
        String ticket = ticket();
        lost(FILES, ticket, Tokens.fresh());
        lost(FILES, ticket, browser);
    }

    @Test
    void a_ticket_without_a_beginning_is_lost_and_spent() {
        String ticket = ticket();
        lost(FILES, ticket, null);
        lost(FILES, ticket, browser);
        String forNobody = crossing.pass(Long.toString(files), Tokens.hash(""), new Wanted("/").carried(), ID);
        lost(FILES, forNobody.substring(forNobody.indexOf('=') + 1), null);
    }

    @Test
    void of_two_that_come_with_a_ticket_one_arrives() throws Exception {
        String ticket = ticket();
        List<Boolean> arrived = AtOnce.all(2, at -> () -> {
            try {
                crossing.arrive(FILES, ticket, Optional.of(browser));
                return true;
            } catch (Refusal lost) {
                return false;
            }
        });
        assertEquals(1, arrived.stream().filter(one -> one).count());
    }

    @Test
    void tickets_hold_no_readable_token_and_are_swept_out() {
        String ticket = ticket();
        assertEquals(0, ledgers.count("select count(*) from guard_ticket where ticket_hash = '" + ticket + "'"));
        ledgers.clock.pass(Duration.ofMinutes(2));
        ledgers.bean(Tickets.class).purge();
        assertEquals(0, ledgers.count("select count(*) from guard_ticket"));
    }

    @Test
    @DisplayName("K-06 one sign-out ends the session and all its children")
    void children_end_with_their_parent() {
        String token = crossing.arrive(FILES, ticket(), Optional.of(browser)).token();
        sessions.end(session.account(), session.id());
        assertTrue(outposts.find(token, FILES).isEmpty());
        assertEquals(0, ledgers.count("select count(*) from session"));
    }

    @Test
    void whoever_loses_all_sessions_loses_their_children_too() {
        String token = crossing.arrive(FILES, ticket(), Optional.of(browser)).token();
        sessions.endAll(session.account());
        assertTrue(outposts.find(token, FILES).isEmpty());
        assertEquals(0, ledgers.count("select count(*) from session"));
    }

    @Test
    void a_child_is_no_session_here_nor_on_another_host() {
        String token = crossing.arrive(FILES, ticket(), Optional.of(browser)).token();
        assertTrue(sessions.find(token).isEmpty());
        assertTrue(outposts.find(token, WIKI).isEmpty());
        assertTrue(outposts.find(token, Outposts.HERE).isEmpty());
        assertEquals(1, sessions.of(session.account()).size());
        long child = ledgers.count("select id from session where parent_id is not null");
        assertFalse(sessions.end(session.account(), child), "it is not listed, and so not ended by itself");
        sessions.endOthers(session.account(), session.id());
        assertTrue(outposts.find(token, FILES).isPresent(), "it belongs to the one that was kept");
    }

    @Test
    @DisplayName("K-08 a child lives by its parent's times, and being used keeps the parent alive")
    void times_are_the_parents() {
        String token = crossing.arrive(FILES, ticket(), Optional.of(browser)).token();
        for (int hours = 0; hours < 24; hours += 6) {
            ledgers.clock.pass(Duration.ofHours(6));
            assertTrue(outposts.find(token, FILES).isPresent());
            sessions.purge();
        }
        ledgers.clock.pass(Duration.ofHours(13));
        assertTrue(outposts.find(token, FILES).isEmpty());
    }

    @Test
    void a_child_never_outlives_seven_days() {
        String token = crossing.arrive(FILES, ticket(), Optional.of(browser)).token();
        for (int hours = 0; hours < 7 * 24; hours += 6) {
            ledgers.clock.pass(Duration.ofHours(6));
            outposts.find(token, FILES);
        }
        assertTrue(outposts.find(token, FILES).isEmpty());
    }

    @Test
    @DisplayName("K-09 whoever is disabled, or has to replace a one-time password, holds nothing")
    void a_disabled_account_holds_nothing() {
        String token = crossing.arrive(FILES, ticket(), Optional.of(browser)).token();
        ledgers.run("update account set disabled = true");
        assertTrue(outposts.find(token, FILES).isEmpty());
        ledgers.run("update account set disabled = false, one_time_until = current_timestamp");
        assertTrue(outposts.find(token, FILES).isEmpty());
    }

    @Test
    void arriving_again_and_again_leaves_few_children() {
        for (int i = 0; i < 5; i++) {
            crossing.arrive(FILES, ticket(), Optional.of(browser));
            ledgers.clock.pass(Duration.ofMinutes(2));
        }
        assertEquals(1, ledgers.count("select count(*) from session where parent_id is not null"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"x", "aHR0cHM6Ly9ldmlsLnRlc3Qv", "Ly9ldmlsLnRlc3Q", "L2ENClNldC1Db29raWU6eD0x", "L1xldmls", "====", "L8Op"})
    @DisplayName("O-02 O-05 where to go afterwards is a path of that host, or its start")
    void a_doubtful_return_is_the_start(String carried) {
        assertEquals("/", Wanted.read(carried).target());
    }

    @Test
    @DisplayName("O-06 a return of 4 KB is the start")
    void a_long_return_is_the_start() {
        assertEquals("/", Wanted.read(new Wanted("/" + "a".repeat(4096)).carried()).target());
        assertEquals("/a?b=c", Wanted.read(new Wanted("/a?b=c").carried()).target());
    }

    @Test
    void what_is_not_guarded_has_no_start() {
        assertEquals(404, assertThrows(Refusal.class, () -> crossing.start("https://other.example.com", new Wanted("/"), browser)).status());
        for (String service : new String[] {null, "", "x", "999999", "-1", "1e3"}) {
            assertEquals(404, assertThrows(Refusal.class, () -> crossing.pass(service, Tokens.hash(browser), null, ID)).status());
        }
        assertEquals(404, assertThrows(Refusal.class, () -> crossing.pass(Long.toString(files), "x", null, ID)).status());
    }

    @Test
    void a_service_with_a_path_is_started_from_its_path() {
        add("https://a.example.com", "/dav");
        assertTrue(crossing.start("https://a.example.com", new Wanted("/"), browser).endsWith("&to=" + new Wanted("/dav").carried()));
    }
}
