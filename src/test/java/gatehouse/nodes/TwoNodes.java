package gatehouse.nodes;

import gatehouse.benchmark.Administrator;
import gatehouse.benchmark.Closing;
import gatehouse.benchmark.Gatehouse;
import gatehouse.benchmark.Postgres;
import gatehouse.benchmark.Workspace;
import gatehouse.it.provider.FakeProvider;
import java.io.PrintStream;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/** Starts two Gatehouses at once on an empty PostgreSQL, proves what they promise together, and kills one. Linux only, loopback only, ten minutes at most. */
public final class TwoNodes {

    private static final int LONGEST_MINUTES = 10;
    private static final PrintStream SAY = System.out;
    private final Closing closing;

    private TwoNodes(Closing closing) {
        this.closing = closing;
    }

    /** Ends the process: 0 when all holds, 1 when something does not, 2 when time was up. */
    public static void main(String[] none) {
        // The JDK's HTTP server, our provider, else waits 40 ms before each body (Nagle's algorithm).
        System.setProperty("sun.net.httpserver.nodelay", "true");
        Closing closing = new Closing(LONGEST_MINUTES);
        try {
            new TwoNodes(closing).run();
            System.exit(0);
        } catch (Exception | AssertionError e) {
            if (closing.closed()) System.err.println("Stopped before the end.");
            else e.printStackTrace();
            System.exit(1);
        }
    }

    private void run() throws Exception {
        Workspace workspace = closing.later(Workspace.make());
        Postgres database = closing.later(Postgres.start(workspace));
        FakeProvider provider = closing.later(FakeProvider.oidc("127.0.0.1"));
        int port = Workspace.freePort();
        Map<String, String> settings = new HashMap<>(database.settings());
        settings.putAll(Map.of("GATEHOUSE_KEYS", workspace.room("shared").resolve("keys").toString(), "GATEHOUSE_ADMIN_PASSWORD", Gatehouse.ADMIN_PASSWORD,
                "GATEHOUSE_PUBLIC_URL", "http://localhost:" + port, "GATEHOUSE_TRUSTED_PROXIES", "127.0.0.1"));
        Node a = closing.later(new Node("a", workspace, settings));
        Node b = closing.later(new Node("b", workspace, settings));
        long begun = System.nanoTime();
        a.start();
        b.start();
        a.awaitReady();
        b.awaitReady();
        SAY.printf("two nodes, started at once on an empty database, are ready after %d s%n", (System.nanoTime() - begun) / 1_000_000_000L);
        Balancer balancer = closing.later(Balancer.start(workspace, port, a, b));
        try {
            prove(new Town(balancer.address(), a, b, database, provider));
        } catch (Exception | AssertionError e) {
            SAY.println("node a:\n" + a.log() + "\nnode b:\n" + b.log());
            throw e;
        }
    }

    private static void prove(Town town) throws Exception {
        Proofs proofs = new Proofs(town);
        holds("they made one administrator and one key ring", proofs::one_administrator_and_one_key_ring_came_of_two_first_starts);
        holds("neither of them logged a quarrel in the database", proofs::neither_logged_a_quarrel_in_the_database);
        Administrator administrator = town.administrator();
        administrator.registersEverybody();
        administrator.adds(Town.SLUG, town.provider());
        administrator.guards(town.house() + "/guarded", town.house().toString());
        holds("a sign-in begun on one ends on the other, once", proofs::an_attempt_begun_on_one_node_ends_on_the_other_exactly_once);
        holds("two answers to one attempt at once are one sign-in", proofs::two_answers_to_one_attempt_at_once_are_one_sign_in);
        holds("a session is known and ended on both at once", proofs::a_session_is_known_and_ended_on_both_nodes_at_once);
        holds("a kept cookie is worth nothing after the sign-out", proofs::a_kept_cookie_is_worth_nothing_on_the_other_node_after_the_sign_out);
        holds("a provider switched off on one is refused on the other at once", proofs::a_provider_that_was_switched_off_on_one_node_is_refused_on_the_other_at_once);
        holds("first sign-ins of one person on both at once make one account", proofs::first_sign_ins_of_one_person_on_both_nodes_at_once_make_one_account);
        holds("of two administrators who demote each other one stays", proofs::of_two_administrators_who_demote_each_other_on_two_nodes_one_stays);
        holds("guesses are counted together", proofs::guesses_on_both_nodes_are_counted_together);
        SAY.println("one node killed in the middle, and back: " + new Storm(town).kills(town.a()));
    }

    /** Fails when it does not hold. */
    private interface Proof {

        void run() throws Exception;
    }

    private static void holds(String promise, Proof proof) throws Exception {
        proof.run();
        SAY.println(promise + ": yes");
    }
}
