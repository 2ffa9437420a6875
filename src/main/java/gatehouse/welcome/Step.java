package gatehouse.welcome;

import java.util.List;
import java.util.stream.IntStream;

/** Done, the next one to do, or one that comes after it. */
enum Step {

    DONE, NEXT, LATER;

    /** Each in its order: of those that are not done the first is next. */
    static List<Step> of(List<Boolean> done) {
        int next = done.indexOf(false);
        return IntStream.range(0, done.size()).mapToObj(at -> done.get(at) ? DONE : at == next ? NEXT : LATER).toList();
    }
}
