package gatehouse.check;

import java.util.Comparator;
import java.util.List;

/** What was found on the way to a provider: one stretch for each of its servers, and one for what it publishes of itself. */
public record Survey(List<Stretch> stretches) {

    Mark worst() {
        return stretches.stream().flatMap(stretch -> stretch.remarks().stream()).map(Remark::mark).max(Comparator.naturalOrder()).orElse(Mark.GOOD);
    }
}
