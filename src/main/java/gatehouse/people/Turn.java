package gatehouse.people;

import java.util.Optional;
import java.util.function.UnaryOperator;

/** Which page of a list: the first, the last, or the one before or after a place. */
record Turn(boolean backward, Optional<Position> from) {

    static final Turn FIRST = new Turn(false, Optional.empty());

    /** @param asked a parameter of the address by its name, null when there is none */
    static Turn of(UnaryOperator<String> asked) {
        Optional<Position> before = Position.of(asked.apply("before"));
        if (before.isPresent()) return new Turn(true, before);
        return new Turn(asked.apply("last") != null, Position.of(asked.apply("after")));
    }
}
