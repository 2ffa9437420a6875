package gatehouse.mapping;

import java.util.ArrayList;
import java.util.List;

/**
 * The part of JSONPath that rules may use: names, indexes 0 to 999, at most two {@code [*]}, at most one filter of equalities.
 * Never {@code ..}, slices, unions, functions, regular expressions or sub-queries: they can cost seconds, or never end.
 */
final class JsonPathParser {

    private static final int MOST_WILDCARDS = 2;
    private final RuleText text;
    private final List<Segment> segments = new ArrayList<>();

    private JsonPathParser(String rule) {
        text = new RuleText(rule);
    }

    static List<Segment> parse(String rule) {
        return new JsonPathParser(rule).segments();
    }

    private List<Segment> segments() {
        text.demand("$");
        while (text.more()) {
            if (segments.size() == Rule.MOST_SEGMENTS) throw text.refused("provider.rule.segments", Rule.MOST_SEGMENTS);
            segments.add(segment());
        }
        if (segments.isEmpty()) throw text.refused("provider.rule.name");
        return List.copyOf(segments);
    }

    private Segment segment() {
        if (text.takes(".")) return new Segment.Name(text.name());
        text.demand("[");
        Segment inside = inside();
        text.demand("]");
        return inside;
    }

    private Segment inside() {
        if (text.seesQuote()) return new Segment.Name(text.quoted());
        if (text.sees("*")) return wildcard();
        if (text.sees("?")) return filter();
        return new Segment.Index(Integer.parseInt(text.digits(3)));
    }

    private Segment wildcard() {
        if (segments.stream().filter(Segment.All.class::isInstance).count() == MOST_WILDCARDS) {
            throw text.refused("provider.rule.wildcards", MOST_WILDCARDS);
        }
        text.demand("*");
        return new Segment.All();
    }

    private Segment filter() {
        if (segments.stream().anyMatch(Segment.Where.class::isInstance)) throw text.refused("provider.rule.filters");
        List<Segment.Condition> conditions = new ArrayList<>();
        text.demand("?(");
        do {
            text.skipBlanks();
            conditions.add(condition());
            text.skipBlanks();
        } while (text.takes("&&"));
        text.demand(")");
        return new Segment.Where(List.copyOf(conditions));
    }

    private Segment.Condition condition() {
        text.demand("@");
        String name = member();
        text.skipBlanks();
        text.demand("==");
        text.skipBlanks();
        return new Segment.Condition(name, literal());
    }

    private String member() {
        if (text.takes(".")) return text.name();
        text.demand("[");
        if (!text.seesQuote()) throw text.refused("provider.rule.name");
        String name = text.quoted();
        text.demand("]");
        return name;
    }

    private String literal() {
        for (String word : List.of("true", "false", "null")) {
            if (text.takes(word)) return word;
        }
        if (text.seesQuote()) return Segment.quoted(text.quoted());
        return (text.takes("-") ? "-" : "") + text.digits(15);
    }
}
