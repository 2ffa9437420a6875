package gatehouse.it.guard;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gatehouse.it.Visitor;
import java.util.Base64;

/** Two guarded services and two people, asked about as proxies ask. */
final class Asked implements AutoCloseable {

    static final String WIKI = "wiki.verify.test";
    static final String DAV = "dav.verify.test";

    final Guards guards = new Guards();
    /** May everything that files ask for. */
    final Guards.Somebody ann;
    /** May nothing. */
    final Guards.Somebody bob;

    /** @param names what the usernames begin with: none is given twice */
    Asked(String names) {
        guards.add("Wiki", "https://" + WIKI, "SIGNED_IN", "open", "/public");
        guards.add("Dav", "https://" + DAV + "/dav", "WEBDAV");
        ann = guards.somebody(names + "-ann", 768, "/");
        bob = guards.somebody(names + "-bob", 0, "/");
    }

    static Ask wiki(String uri) {
        return Ask.forwarded("GET", WIKI, uri);
    }

    static String bearer(Guards.Somebody who) {
        return "Authorization: Bearer " + who.token();
    }

    static String basic(String pair) {
        return "Authorization: Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8));
    }

    static String session(Visitor visitor) {
        return "session=" + visitor.cookies().find("session").orElseThrow().value();
    }

    static void refused(int status, Raw.Answer answer) {
        assertEquals(status, answer.status(), answer.toString());
        assertTrue(answer.header("Remote-User").isEmpty(), answer.toString());
    }

    @Override
    public void close() {
        guards.close();
    }
}
