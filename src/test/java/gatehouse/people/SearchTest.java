package gatehouse.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

/** What the address of the list of users asks. */
class SearchTest {

    @Test
    void what_an_address_asks_and_is_not_understood_is_not_asked() {
        assertTrue(UsersTest.search("in", "x", "role", "1 or 1=1", "provider", "-1", "state", "' --").forEverybody());
        assertFalse(UsersTest.search("q", "a").forEverybody());
        for (String place : List.of("", "x", "YQ", "YQ.", ".x", "YQ.99999999999999999999", "!.1", "A".repeat(3000) + ".1")) {
            assertEquals(Turn.FIRST, Turn.of(name -> name.equals("after") ? place : null), place);
        }
    }

    @Test
    void a_place_in_the_list_is_the_same_after_its_trip_through_an_address() {
        for (String text : List.of("", "anyi", "张三 & co", "\u10FFFF", "/home/new")) {
            assertEquals(Optional.of(new Position(text, 7)), Position.of(new Position(text, 7).toString()));
        }
    }

    @Test
    void a_prefix_holds_all_that_begin_so_and_nothing_else() {
        for (String text : List.of("a", "az", "z", "/", "\uD7FF", "𠮷", new String(Character.toChars(0x103FF)))) {
            Prefix prefix = Prefix.of(text);
            for (String tail : List.of("", "a", "\uFFFD", "𠮷")) assertTrue((text + tail).compareTo(prefix.from()) >= 0 && (text + tail).compareTo(prefix.to()) < 0, text + tail);
            assertFalse(prefix.to().startsWith(text));
        }
        IntStream.of('b', 'B', '0').mapToObj(Character::toString).forEach(other -> assertFalse(other.compareTo("a") >= 0 && other.compareTo(Prefix.of("a").to()) < 0));
    }
}
