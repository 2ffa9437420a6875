package gatehouse.mapping;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;

/** A sample written in lines, in pieces: what rules found, and what stands between. At most 60,000 characters are written. */
public final class MarkedSample {

    private static final int MOST = 60_000;

    /** @param marked whether a rule found it */
    public record Piece(String text, boolean marked) {
    }

    private final Set<JsonNode> found = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<Piece> pieces = new ArrayList<>();
    private final StringBuilder between = new StringBuilder();
    private int written;

    private MarkedSample(Stream<JsonNode> found) {
        found.forEach(this.found::add);
    }

    public static List<Piece> of(Sample sample, Collection<Finding> findings) {
        MarkedSample marked = new MarkedSample(findings.stream().flatMap(finding -> finding instanceof Hit hit ? Stream.of(hit.value()) : Stream.empty()));
        marked.write(sample.answer(), "\n");
        if (marked.written > MOST) marked.between.append("…");
        marked.flush();
        return List.copyOf(marked.pieces);
    }

    private void write(JsonNode node, String line) {
        if (node.isObject()) members(node, line);
        else if (node.isArray()) elements(node, line);
        else if (found.contains(node)) mark(node.toString());
        else add(node.toString());
    }

    private void members(JsonNode object, String line) {
        add("{");
        String comma = "";
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            if (full()) return;
            add(comma + line + "  " + TextNode.valueOf(member.getKey()) + ": ");
            write(member.getValue(), line + "  ");
            comma = ",";
        }
        add(comma.isEmpty() ? "}" : line + "}");
    }

    private void elements(JsonNode list, String line) {
        add("[");
        for (Iterator<JsonNode> all = list.elements(); all.hasNext() && !full(); ) {
            add(line + "  ");
            write(all.next(), line + "  ");
            if (all.hasNext()) add(",");
        }
        add(list.isEmpty() ? "]" : line + "]");
    }

    private boolean full() {
        return written > MOST;
    }

    private void add(String text) {
        if (full()) return;
        between.append(text);
        written += text.length();
    }

    private void mark(String text) {
        if (full()) return;
        flush();
        pieces.add(new Piece(text, true));
        written += text.length();
    }

    private void flush() {
        if (!between.isEmpty()) pieces.add(new Piece(between.toString(), false));
        between.setLength(0);
    }
}
