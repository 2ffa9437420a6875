package gatehouse.icon;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import gatehouse.web.Refusal;

/** What a drawing's parts refer to, so that a short one cannot be an endless one: ten times ten times ten copies, or a ring. */
final class References {

    private static final long MOST = 1_000_000;
    private static final int LONGEST_CHAIN = 500;
    private static final String WHOLE = "";
    private final Map<String, List<String>> targets = new HashMap<>();
    private final Map<String, Integer> lengths = new HashMap<>();
    private final Deque<Part> open = new ArrayDeque<>();
    private final Map<String, Long> weights = new HashMap<>();
    private final Set<String> within = new HashSet<>();

    private record Part(String id, int from) {
    }

    /** @param id of the element, {@code null} when it has none; the outermost is the empty id @param at how much is drawn so far */
    void open(String id, int at) {
        open.push(new Part(id, at));
        if (id != null) targets.putIfAbsent(id, new ArrayList<>());
    }

    /** The element just opened refers to that one, and so does whatever holds it. */
    void to(String target) {
        open.stream().map(Part::id).filter(id -> id != null).distinct().forEach(id -> targets.get(id).add(target));
    }

    void close(int at) {
        Part part = open.pop();
        if (part.id() != null) lengths.merge(part.id(), at - part.from(), Integer::sum);
    }

    /** @throws Refusal 422 when it would be longer than a million characters written out, or refers to itself */
    void check() {
        if (weight(WHOLE) > MOST) throw endless();
    }

    private long weight(String id) {
        Long known = weights.get(id);
        if (known != null) return known;
        if (!within.add(id) || within.size() > LONGEST_CHAIN) throw endless();
        long weight = lengths.getOrDefault(id, 0);
        for (String target : targets.getOrDefault(id, List.of())) weight = Math.min(MOST + 1, weight + weight(target));
        within.remove(id);
        weights.put(id, weight);
        return weight;
    }

    private static Refusal endless() {
        return Refusal.invalid("provider.icon.endless");
    }
}
