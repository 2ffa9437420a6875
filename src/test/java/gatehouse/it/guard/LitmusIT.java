package gatehouse.it.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gatehouse.BitTable;
import gatehouse.it.InHouse;
import gatehouse.it.Needs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Apache's WebDAV behind nginx and Gatehouse, and programs that others wrote: litmus, rclone, cadaver. */
@InHouse
@Needs({"litmus", "apache2", "nginx", "rclone", "cadaver", "curl"})
class LitmusIT {

    private static final int PORT = Proxy.freePort();
    private static final String WHOLE = "127.0.0.10";
    private static final String BEGUN = "127.0.0.11";
    private static final int FULL = 769;
    @TempDir
    static Path folder;
    private static Guards guards;
    private static Apache apache;
    private static Proxy nginx;

    @BeforeAll
    static void open() throws IOException, InterruptedException {
        guards = new Guards();
        apache = Apache.start();
        List<String> servers = List.of(Litmus.LOG_FORMAT, printed(WHOLE), lettingBegin(printed(BEGUN)));
        nginx = Proxy.start(ProxyKind.NGINX, servers, List.of(WHOLE, BEGUN), PORT);
    }

    @AfterAll
    static void close() throws Exception {
        for (AutoCloseable one : new AutoCloseable[] {nginx, apache, guards}) if (one != null) one.close();
    }

    private static Path log() {
        return folder.resolve("requests");
    }

    private static String printed(String host) {
        String page = guards.add("At " + host, "http://" + host + ":" + PORT, "WEBDAV", "upstream", apache.address());
        return guards.configuration(page, "nginx").replaceFirst("(?m)^  server_name .*$", "$0\n  access_log " + log() + " litmus;");
    }

    /** litmus gives up unless it can make its own folder anew; so that it goes on to the rest, those two requests alone pass by the guard. */
    private static String lettingBegin(String server) {
        String begins = "\n  if (\\$litmus_begins) { rewrite ^ /.begins last; }\n  location = /.begins { internal; access_log off; proxy_pass " + apache.address() + "/litmus/; }";
        return "map \"$request_method $uri\" $litmus_begins { \"DELETE /litmus/\" 1; \"MKCOL /litmus/\" 1; default 0; }\n"
                + server.replaceFirst("(?m)^  server_name .*$", "$0" + begins);
    }

    private static Litmus litmus(String host, int sum) throws IOException, InterruptedException {
        Guards.Somebody who = guards.somebody("litmus-" + sum, sum, "/");
        return Litmus.run(folder, log(), "http://" + host + ":" + PORT + "/", who.username(), who.token());
    }

    @Test
    @DisplayName("W-12 litmus passes as it does without Gatehouse, and each missing bit refuses exactly its methods")
    void each_missing_bit_refuses_exactly_its_methods() throws IOException, InterruptedException {
        Litmus direct = Litmus.run(folder, log(), apache.address() + "/");
        Map<Integer, Litmus> runs = new LinkedHashMap<>();
        runs.put(FULL, litmus(WHOLE, FULL));
        for (int bit : new int[] {1, 256, 512}) runs.put(FULL - bit, litmus(BEGUN, FULL - bit));
        print(direct, runs);
        assertEquals(104, direct.outcomes().values().stream().filter(Set.of("pass", "WARNING")::contains).count(), "passed, two of them with a warning of Apache's");
        assertEquals(direct.outcomes(), runs.get(FULL).outcomes());
        assertEquals(direct.outcomes(), runs.get(FULL - 1).outcomes(), "litmus touches nothing that is hidden");
        runs.forEach((sum, run) -> {
            assertTrue(run.methods().get(true).stream().noneMatch(method -> may(method, sum)), "refused with " + sum + ": " + run.methods());
            assertTrue(run.methods().get(false).stream().allMatch(method -> may(method, sum)), "let through with " + sum + ": " + run.methods());
        });
        // so much litmus tries where it cannot put a file first; the rest of the table is each proxy's test's
        assertEquals(Set.of("OPTIONS", "PROPFIND", "PUT", "DELETE", "MKCOL", "PROPPATCH"), runs.get(FULL - 256).methods().get(true));
        assertEquals(Set.of("PUT", "DELETE", "MKCOL", "PROPPATCH", "LOCK"), runs.get(FULL - 512).methods().get(true));
        assertEquals(Set.of("OPTIONS", "PROPFIND", "HEAD"), runs.get(FULL - 512).methods().get(false));
    }

    private static boolean may(String method, int sum) {
        return BitTable.lines().stream().filter(line -> line.mode().equals("WEBDAV") && line.method().equals(method)).allMatch(line -> line.allows(sum));
    }

    /** Test by test: the outcome, and how many of its requests Gatehouse refused. */
    private static void print(Litmus direct, Map<Integer, Litmus> runs) {
        System.out.printf("%-34s %-8s", "litmus", "direct");
        runs.keySet().forEach(sum -> System.out.printf(" %-13s", sum));
        direct.outcomes().forEach((test, outcome) -> {
            System.out.printf("%n%-34s %-8s", test, outcome);
            runs.values().forEach(run -> System.out.printf(" %-13s", run.cell(test)));
        });
        System.out.println();
        runs.forEach((sum, run) -> System.out.println(sum + ": refused " + run.methods().get(true) + ", let through " + run.methods().get(false)));
    }

    @Test
    @DisplayName("setup/apache/prove: litmus, rclone and cadaver work through the guard, and nobody without a token does")
    void the_proof_for_an_installation_holds_here() throws IOException, InterruptedException {
        Guards.Somebody who = guards.somebody("litmus-prove", FULL, "/");
        Process prove = new ProcessBuilder("setup/apache/prove", apache.address(), "http://" + WHOLE + ":" + PORT, who.username()).redirectErrorStream(true).start();
        prove.getOutputStream().write((who.token() + "\n").getBytes(StandardCharsets.US_ASCII));
        prove.getOutputStream().close();
        String said = new String(prove.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, prove.waitFor(), said);
        assertTrue(said.contains("rclone: ") && said.contains("cadaver: "), said);
    }
}
