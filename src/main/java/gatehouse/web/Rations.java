package gatehouse.web;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Bounds what strangers can make us write down: a ration for each kind, so that a flood of one kind hides no other, and a count of what was over. */
public final class Rations {

    /** More than we have; if that were ever wrong, memory is bounded still. */
    private static final int MOST_KINDS = 256;
    private static final String OTHERS = "others";

    private final int most;
    private final int aMinute;
    private final Map<String, Ration> rations = new HashMap<>();
    private final Map<String, Integer> over = new TreeMap<>();

    /** Of each kind so many at once, and then so many a minute; kinds from the 257th on share one ration. */
    public Rations(int most, int aMinute) {
        this.most = most;
        this.aMinute = aMinute;
    }

    /** Whether there was one left for that kind; if not, it is counted. */
    public synchronized boolean take(String kind) {
        String known = rations.containsKey(kind) || rations.size() < MOST_KINDS ? kind : OTHERS;
        if (rations.computeIfAbsent(known, any -> new Ration(most, aMinute)).take()) return true;
        over.merge(known, 1, Integer::sum);
        return false;
    }

    /** How many there were over, by kind, since this was asked before. */
    public synchronized Map<String, Integer> over() {
        Map<String, Integer> counted = new TreeMap<>(over);
        over.clear();
        return counted;
    }
}
