package gatehouse.welcome;

import static gatehouse.welcome.Step.DONE;
import static gatehouse.welcome.Step.LATER;
import static gatehouse.welcome.Step.NEXT;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class StepTest {

    @Test
    void the_first_that_is_not_done_is_next_wherever_it_stands() {
        assertEquals(List.of(NEXT, LATER, LATER), Step.of(List.of(false, false, false)));
        assertEquals(List.of(NEXT, DONE, LATER), Step.of(List.of(false, true, false)));
        assertEquals(List.of(DONE, NEXT, DONE), Step.of(List.of(true, false, true)));
        assertEquals(List.of(DONE, DONE, DONE), Step.of(List.of(true, true, true)));
    }
}
