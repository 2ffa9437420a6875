package gatehouse.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import gatehouse.BitTable;
import gatehouse.account.BasePath;
import gatehouse.account.Permissions;
import gatehouse.account.Person;
import gatehouse.session.Holder;
import gatehouse.web.Refusal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PolicyTest {

    private static final String ORIGIN = "https://files.example.com";
    /** All sums of the bits that the table speaks of, and of one that it does not. */
    private static final int[] SUMS = IntStream.range(0, 1 << 9).map(PolicyTest::spread).toArray();

    private static int spread(int index) {
        int[] bits = {1, 8, 16, 32, 64, 128, 256, 512, 2};
        return IntStream.range(0, bits.length).filter(i -> (index >> i & 1) == 1).map(i -> bits[i]).sum();
    }

    private static Holder somebody(int sum, String base, boolean administrator, String... roles) {
        return new Holder(7, 1, "ann", Person.UNKNOWN, new BasePath(base), Permissions.imported(sum), List.of(roles), administrator);
    }

    private static Holder somebody(int sum) {
        return somebody(sum, "/", false);
    }

    private static Post post(String prefix, Mode mode, Confinement confinement, String... open) {
        return new Post(1, "Files", ORIGIN, RequestPath.of(prefix), mode, Set.of("editors"), Stream.of(open).map(RequestPath::of).toList(), confinement, "https://id.example.com", "http");
    }

    private static Post post(Mode mode) {
        return post("/", mode, Confinement.REFUSE);
    }

    private static Question question(String method, String path, String destination) {
        return new Question(method, ORIGIN, RequestPath.of(path), Optional.ofNullable(destination).map(RequestPath::of));
    }

    private static boolean passes(Post post, Question question, Holder who) {
        return Policy.judge(post, question, who).passes();
    }

    static Stream<BitTable.Line> table() {
        return BitTable.lines().stream();
    }

    private static Question asked(BitTable.Line line, String path, String folder) {
        return question(line.method(), path, line.carries() ? (line.across() ? "/other" : folder) + "/there" : null);
    }

    @ParameterizedTest
    @MethodSource("table")
    @DisplayName("W-12 each method passes with all its bits, whatever else there is, and without one of them it does not")
    void methods_need_exactly_their_bits(BitTable.Line line) {
        Post post = post(Mode.valueOf(line.mode()));
        for (int sum : SUMS) {
            assertEquals(line.allows(sum), passes(post, asked(line, "/a/x", "/a"), somebody(sum)), line + " with " + sum);
            assertTrue(passes(post, asked(line, "/a/x", "/a"), somebody(sum, "/", true)), line + " as an administrator");
        }
    }

    @ParameterizedTest
    @MethodSource("table")
    void what_begins_with_a_dot_needs_bit_one_besides(BitTable.Line line) {
        Post post = post(Mode.valueOf(line.mode()));
        for (int sum : SUMS) {
            boolean both = line.allows(sum) && (sum & 1) == 1;
            for (String hidden : List.of("/.a/x", "/a/.x", "/a/%2Ex", "/a/..x")) {
                String folder = hidden.substring(0, hidden.lastIndexOf('/'));
                assertEquals(both, passes(post, asked(line, hidden, folder), somebody(sum)), line + " " + hidden + " with " + sum);
            }
            if (line.carries()) assertEquals(both, passes(post, question(line.method(), "/a/x", (line.across() ? "/b" : "/a") + "/.x"), somebody(sum)), line + " " + sum);
        }
    }

    @ParameterizedTest
    @CsvSource({"MOVE", "COPY"})
    void whoever_does_not_say_where_to_is_malformed(String method) {
        for (Mode mode : List.of(Mode.WEBDAV, Mode.FILES)) {
            assertEquals(400, assertThrows(Refusal.class, () -> Policy.judge(post(mode), question(method, "/x", null), somebody(16383))).status());
        }
    }

    @ParameterizedTest
    @CsvSource({"/home/ann,true", "/home/ann/,true", "/home/ann/x,true", "/home/ann/../bob,", "/home/annabel,false", "/home/Ann,false", "/home,false", "/,false", "/x,false",
        "/home/ann%20,false", "/home/%61nn/x,true"})
    void outside_the_base_path_is_refused(String path, Boolean inside) {
        Holder ann = somebody(16383, "/home/ann", false);
        for (Mode mode : List.of(Mode.WEBDAV, Mode.FILES)) {
            Post post = post(mode);
            if (inside == null) {
                assertThrows(Refusal.class, () -> question("GET", path, null));
                continue;
            }
            assertEquals(inside, passes(post, question("GET", path, null), ann), path);
            assertEquals(inside, passes(post, question("COPY", "/home/ann/y", path), ann), path);
            assertEquals(inside, passes(post, question("COPY", path, "/home/ann/y"), ann), path);
            assertTrue(passes(post, question("GET", path, null), somebody(0, "/home/ann", true)), "an administrator is not confined");
        }
        assertTrue(passes(post(Mode.SIGNED_IN), question("GET", "/x", null), ann), "the service decides by itself");
    }

    @Test
    void the_base_path_lies_below_the_services_own() {
        Post post = post("/dav", Mode.WEBDAV, Confinement.REFUSE);
        Holder ann = somebody(768, "/home/ann", false);
        assertTrue(passes(post, question("PUT", "/dav/home/ann/x", null), ann));
        assertFalse(passes(post, question("PUT", "/dav/x", null), ann));
        assertEquals("refused.guard-destination", Policy.judge(post, question("MOVE", "/dav/home/ann/x", "/home/ann/x"), ann).refusal());
    }

    @Test
    void the_base_path_is_put_in_front_of_path_and_destination() {
        Post post = post("/dav", Mode.WEBDAV, Confinement.FRONT);
        Holder ann = somebody(768, "/home/张 ann", false);
        Verdict verdict = Policy.judge(post, question("MOVE", "/dav/a%20b/", "/dav/c"), ann);
        assertEquals("/dav/home/%E5%BC%A0%20ann/a%20b/", verdict.path().encoded());
        assertEquals("/dav/home/%E5%BC%A0%20ann/c", verdict.destination().orElseThrow().encoded());
        assertEquals("/dav/home/%E5%BC%A0%20ann/", Policy.judge(post, question("PROPFIND", "/dav", null), ann).path().encoded());
        assertEquals("/dav/a%20b/", Policy.judge(post, question("MOVE", "/dav/a%20b/", "/dav/c"), somebody(0, "/home/root", true)).path().encoded());
        assertEquals("/x", Policy.judge(post("/", Mode.FILES, Confinement.FRONT), question("GET", "/x", null), somebody(0)).path().encoded());
    }

    @Test
    void a_destination_is_handed_on_as_the_service_behind_takes_it() {
        assertEquals("http://files.example.com/dav/a%20b/", post("/dav", Mode.WEBDAV, Confinement.FRONT).inside(RequestPath.of("/dav/a%20b/")));
    }

    @Test
    void roles_let_in_whoever_has_one_of_them() {
        Post post = post(Mode.ROLES);
        assertTrue(passes(post, question("POST", "/x", null), somebody(0, "/", false, "user", "editors")));
        assertFalse(passes(post, question("GET", "/x", null), somebody(16383, "/", false, "user", "Editors")));
        assertFalse(passes(post, question("GET", "/x", null), somebody(16383)));
        assertTrue(passes(post, question("GET", "/x", null), somebody(0, "/", true)));
    }

    @ParameterizedTest
    @CsvSource({"GET,/pub,true", "HEAD,/pub/x,true", "GET,/pub/,true", "GET,/public,false", "GET,/Pub,false", "PUT,/pub/x,false", "POST,/pub,false", "OPTIONS,/pub,false",
        "PROPFIND,/pub,false", "GET,/,false", "GET,/x/pub,false", "GET,/pub/.git,bits", "GET,/.well-known/x,true"})
    @DisplayName("P-12 a public path is open for looking, as itself and below, and for nothing else")
    void public_paths_are_for_looking(String method, String path, String open) {
        for (Mode mode : Mode.values()) {
            Post post = post("/dav", mode, Confinement.REFUSE, "/pub", "/.well-known");
            boolean opened = open.equals("bits") ? !mode.countsBits() : Boolean.parseBoolean(open);
            assertEquals(opened, post.opens(question(method, "/dav" + path, null)), mode + " " + path);
        }
    }
}
