package gatehouse.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gatehouse.it.provider.Person;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@InHouse
class UsernameIT {

    @RegisterExtension
    private static final Stage stage = new Stage();
    private static final Stage.Placed works = stage.oauth("Name Works");
    private static int people;

    /** Somebody new whose provider calls them so. */
    private static Visitor called(String name) {
        works.person(person(name));
        return Trip.signIn(works.slug());
    }

    private static Person person(String name) {
        return Person.named("n" + ++people, "x").with("preferred_username", name);
    }

    private static String registered(String name) {
        return Myself.of(called(name)).username();
    }

    @Test
    @DisplayName("A15 R-03 a name that is taken gets the subject behind it, and its owner keeps everything")
    void a_taken_name_gets_a_suffix() {
        Visitor alice = called("r03-alice");
        String second = registered("r03-alice");
        assertEquals("r03-alice_n" + people, second);
        assertEquals("r03-alice", Myself.of(alice).username());
        assertEquals(1, Myself.of(alice).subjects().size());
    }

    @Test
    @DisplayName("R-04 nobody becomes, or looks like, the administrator by a name")
    void names_that_look_like_admin_do_not_reach_it() {
        Set<String> names = new HashSet<>();
        String[] lookAlikes = {"admin", "Admin", "ADMIN", "admin ", " admin", "ａｄｍｉｎ", "аdmin", "admin\u200b", "ad\u00admin", "admın"};
        for (String lookAlike : lookAlikes) {
            Visitor visitor = called(lookAlike);
            String name = Myself.of(visitor).username();
            assertTrue(name.length() > "admin".length() && name.contains("_"), name);
            assertEquals(403, visitor.get("/admin/sso").status(), name);
            names.add(name);
        }
        assertEquals(lookAlikes.length, names.size());
    }

    @Test
    @DisplayName("R-06 reserved names are never given bare, and a name of nothing but signs is neutral")
    void reserved_names_are_not_given() {
        for (String reserved : new String[] {".", "..", "con", "ROOT", "guest", "anonymous", "null", "dav"}) {
            String name = registered(reserved);
            assertTrue(name.endsWith("_n" + people), name);
        }
        assertTrue(registered("\u200b\u200b").matches("_+|user.*|_.*"), "signs that show nothing");
    }

    @Test
    @DisplayName("R-06 no name, or blanks only: nobody is registered, and the page names the field")
    void without_a_name_nobody_is_registered() {
        for (String blank : new String[] {"", "   "}) {
            works.person(person(blank));
            Page page = Trip.begin(House.here().visitor(), works.slug()).end();
            assertEquals(502, page.status());
            assertTrue(page.text().contains("name"), page::text);
        }
    }

    @Test
    @DisplayName("R-07 names are cut to 64 code points, suffix included, and no pair of surrogates is split")
    void long_names_are_cut() {
        String letters = "ж".repeat(300);
        assertEquals("ж".repeat(64), registered(letters));
        String second = registered(letters);
        assertEquals(64, second.codePointCount(0, second.length()));
        assertTrue(second.endsWith("_n" + people), second);
        String pairs = registered("𐐷".repeat(100));
        assertEquals("𐐷".repeat(64), pairs);
    }

    @Test
    @DisplayName("R-07 an answer with a name of a million characters is refused")
    void an_endless_name_is_refused() {
        works.person(person("y".repeat(1 << 20)));
        Page page = Trip.begin(House.here().visitor(), works.slug()).end();
        assertEquals(502, page.status());
        assertFalse(page.text().contains("yyyy"));
    }

    @Test
    @DisplayName("Decision 7: Jane Roe, 赵六 and O'Neil <x> are names as people have them, or as near as it goes")
    void names_are_kept_as_people_have_them() {
        assertEquals("Jane Roe", registered("Jane  Roe"));
        assertEquals("赵六", registered("赵六"));
        assertEquals("O_Neil _x_", registered("O'Neil <x>"));
        assertEquals("Émile", registered("E\u0301mile"));
    }

    @Test
    @DisplayName("Decision 7: a username once used is not given to another account")
    void a_former_name_stays_its_owners() {
        Visitor visitor = called("d7-before");
        assertEquals(303, visitor.submit(visitor.get("/profile").formTo("/profile").with("username", "d7-after")).status());
        assertEquals("d7-after", Myself.of(visitor).username());
        assertEquals("d7-before_n" + (people + 1), registered("D7-Before").toLowerCase(java.util.Locale.ROOT));
        assertEquals(303, visitor.submit(visitor.get("/profile").formTo("/profile").with("username", "d7-before")).status());
        assertEquals("d7-before", Myself.of(visitor).username());
    }
}
