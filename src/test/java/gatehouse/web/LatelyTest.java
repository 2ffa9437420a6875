package gatehouse.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class LatelyTest {

    private final Deque<String> said = new ArrayDeque<>(List.of("first", "second", "third"));
    private final Lately<String> lately = new Lately<>(said::remove);

    @Test
    void it_is_read_once_until_it_is_to_be_read_anew() {
        assertEquals("first", lately.get());
        assertEquals("first", lately.get());
        lately.anew();
        assertEquals("second", lately.get());
        assertEquals("second", lately.get());
    }

    @Test
    void what_changes_while_it_is_read_is_read_again() {
        Lately<String>[] changing = new Lately[1];
        changing[0] = new Lately<>(() -> {
            if (said.size() == 3) changing[0].anew();
            return said.remove();
        });
        assertEquals("first", changing[0].get());
        assertEquals("second", changing[0].get());
        assertEquals("second", changing[0].get());
    }

    @Test
    void a_failure_is_told_and_not_kept() {
        Lately<String> failing = new Lately<>(() -> {
            if (said.remove().equals("first")) throw new IllegalStateException("away");
            return said.remove();
        });
        assertThrows(IllegalStateException.class, failing::get);
        assertEquals("third", failing.get());
        assertEquals("third", failing.get());
    }
}
