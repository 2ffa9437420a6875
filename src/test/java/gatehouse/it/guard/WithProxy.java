package gatehouse.it.guard;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** Guarded services behind one proxy, with the configuration that the page prints, and people with each sum. Each host is a loopback address of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class WithProxy {

    static final String WIKI = "127.0.0.3";
    static final String DAV = "127.0.0.4";
    static final String FILES = "127.0.0.5";
    static final String TALK = "127.0.0.6";
    static final String QUIET = "127.0.0.8";
    private static final int[] BITS = {1, 8, 16, 32, 64, 128, 256, 512};
    final int port = Proxy.freePort();
    final Map<Integer, Guards.Somebody> bySum = new TreeMap<>();
    final List<String> printed = new ArrayList<>();
    final List<String> hosts = new ArrayList<>();
    final ProxyKind kind;
    Guards guards;
    Backend backend;
    private Switchboard switchboard;
    Relay relay;
    private Proxy proxy;

    WithProxy(ProxyKind kind) {
        this.kind = kind;
    }

    @BeforeAll
    void open() {
        guards = new Guards();
        backend = Backend.open();
        switchboard = Switchboard.open();
        relay = Relay.open();
        guarded(WIKI, "", "SIGNED_IN", "open", "/public");
        guarded(DAV, "", "WEBDAV");
        guarded(FILES, "", "FILES");
        guarded(TALK, "", "SIGNED_IN", "upstream", switchboard.address());
        guarded(QUIET, "", "FILES", "upstream", switchboard.address());
        more();
        proxy = Proxy.start(kind, printed, hosts, port);
        for (int sum : new int[] {0, 16383, 768, 152}) known(sum);
        for (int bit : BITS) known(16383 - bit);
    }

    /** Services that only some proxies can stand before. */
    void more() {
    }

    final void guarded(String host, String prefix, String mode, String... typedOver) {
        String[] typed = Stream.concat(Stream.of("upstream", backend.address()), Stream.of(typedOver)).toArray(String[]::new);
        String page = guards.add("At " + host, "http://" + host + ":" + port + prefix, mode, typed);
        printed.add(relay.through(guards.configuration(page, kind.id())));
        hosts.add(host);
    }

    private void known(int sum) {
        bySum.computeIfAbsent(sum, any -> guards.somebody(kind.id() + "-" + sum, sum, "/"));
    }

    @AfterAll
    void close() throws Exception {
        for (AutoCloseable one : new AutoCloseable[] {proxy, relay, switchboard, backend, guards}) if (one != null) one.close();
    }

    final Raw.Answer send(String host, String method, String target, String... lines) {
        return Raw.send("127.0.0.1", host, port, method, target, List.of(lines), "");
    }

    static String basic(Guards.Somebody who) {
        return "Authorization: Basic " + Base64.getEncoder().encodeToString((who.username() + ":" + who.token()).getBytes(StandardCharsets.UTF_8));
    }

    final String name(int sum) {
        return bySum.get(sum).username();
    }
}
