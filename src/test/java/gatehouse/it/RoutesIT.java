package gatehouse.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import gatehouse.DeployedDoors;
import gatehouse.Sitemap;
import gatehouse.Sitemap.Door;
import gatehouse.Sitemap.Who;
import gatehouse.it.Knock.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every address of the deployed WAR, with every method, by everybody: the answers must be what sitemap.txt says of them. */
@InHouse
class RoutesIT {

    private static final String PASSWORD = "twelve patient herons";
    private static final DeployedDoors DEPLOYED = new DeployedDoors(new File(System.getProperty("it.war")));
    @RegisterExtension
    private static final Stage stage = new Stage();
    private static final Desk desk = new Desk(stage.admin().visitor());
    private static String deadToken;
    private static Cookie deadSession;

    @BeforeAll
    static void open() {
        Town town = new Town(stage);
        town.resident("routes-user", PASSWORD);
        town.resident("routes-admin", PASSWORD);
        assertEquals(303, desk.roles(desk.find("routes-admin"), "administrator").status());
        Visitor gone = town.resident("routes-gone", PASSWORD);
        deadToken = Program.token("routes-gone", PASSWORD);
        deadSession = gone.cookies().find("session").orElseThrow();
        assertEquals(303, desk.press(desk.find("routes-gone"), "disable").status());
    }

    /** Other tests count the administrators. */
    @AfterAll
    static void close() {
        assertEquals(303, desk.roles(desk.find("routes-admin")).status());
    }

    @Test
    @DisplayName("A-01 the deployed WAR has the doors of sitemap.txt and no other, and nothing in it brings more")
    void the_deployed_doors_are_those_of_the_sitemap() {
        assertEquals(List.of(), DEPLOYED.strange());
        assertEquals(audience(Sitemap.read()), audience(DEPLOYED.ours()));
    }

    /** By address and method; whoever needs no role is all, a provider's guest or an operator: classes cannot tell these apart. */
    private static Map<String, Boolean> audience(List<Door> doors) {
        Map<String, Boolean> audience = new TreeMap<>();
        for (Door door : doors) door.methods().forEach(method -> audience.put(door.address() + " " + method + " " + (door.open() ? "" : door.who()), true));
        return audience;
    }

    private static List<Knock> knocks() {
        Map<String, Map<String, Who>> declared = new TreeMap<>();
        for (Door door : Sitemap.read()) door.methods().forEach(method -> declared.computeIfAbsent(door.address(), any -> new TreeMap<>()).put(method, door.who()));
        List<Knock> knocks = new ArrayList<>();
        DEPLOYED.ours().stream().map(Door::address).distinct()
                .forEach(address -> Knock.METHODS.forEach(method -> knocks.add(new Knock(address, method, declared.getOrDefault(address, Map.of())))));
        return knocks;
    }

    @ParameterizedTest(name = "A-01 every address and method answers as the sitemap says: {0}")
    @EnumSource
    void every_address_answers_as_it_should(Role role) {
        List<String> wrong = new ArrayList<>();
        Caller caller = new Caller(role);
        for (Knock knock : knocks()) {
            Page answer = caller.knocks(knock);
            String found = knock.wrong(role, answer);
            if (!found.isEmpty()) wrong.add(found);
            if (!plain(knock, answer)) wrong.add(role + " " + knock.method() + " " + knock.target() + " is no JSON: " + answer.header("Content-Type"));
        }
        assertEquals(List.of(), wrong);
        assertTrue(caller.knocked > 900, "only " + caller.knocked + " were asked");
    }

    /** V-09: what is for programs is JSON, said to be so, and nothing that a browser would guess at; but for the file of the log, and what proxies ask. */
    private static boolean plain(Knock knock, Page answer) {
        boolean file = knock.address().equals("/api/admin/audit/export") && answer.status() == 200;
        boolean json = knock.program() && answer.body().length > 0 && !file && !knock.address().equals("/api/auth/verify");
        return !json || answer.header("Content-Type").orElse("").startsWith("application/json") && answer.header("X-Content-Type-Options").orElse("").equals("nosniff");
    }

    /** Somebody who knocks at one door after the other, and signs in again when a door has signed them out. */
    private static final class Caller {

        private final Role role;
        private Visitor visitor;
        private String session = "";
        private String csrf;
        private int knocked;

        private Caller(Role role) {
            this.role = role;
            enter();
        }

        private void enter() {
            visitor = House.here().visitor();
            if (role == Role.USER) Login.with(visitor, "routes-user", PASSWORD);
            if (role == Role.ADMIN) Login.with(visitor, "routes-admin", PASSWORD);
            read();
        }

        /** The form token belongs to the session's id, which some doors renew. */
        private void read() {
            csrf = visitor.follow(visitor.get("/login")).csrf();
            session = id();
        }

        private String id() {
            return visitor.cookies().find("session").map(Cookie::value).orElse("");
        }

        private Page knocks(Knock knock) {
            knocked++;
            if (signedIn() && id().isEmpty()) enter();
            else if (signedIn() && !id().equals(session)) read();
            if (role == Role.DISABLED) visitor.cookies().put(deadSession);
            if (role == Role.DISABLED && knock.program()) return send(knock, "Authorization", "Bearer " + deadToken);
            return send(knock, "X-CSRF-Token", csrf);
        }

        private boolean signedIn() {
            return role == Role.USER || role == Role.ADMIN;
        }

        /** What is sent is refused where it would change something: it says nothing that a form or a program may say, but the password where that is asked. */
        private Page send(Knock knock, String... headers) {
            // a DELETE with a body is refused by Payara itself
            if (knock.method().matches("GET|HEAD|OPTIONS|TRACE|DELETE")) return visitor.ask(knock.method(), knock.target(), headers);
            String body = knock.program() ? "{\"nothing\":1}" : knock.address().equals("/again") ? "password=" + PASSWORD.replace(' ', '+') : "permissionSum=x";
            return visitor.send(knock.method(), knock.target(), knock.program() ? "application/json" : "application/x-www-form-urlencoded", body, headers);
        }
    }
}
