package gatehouse.mapping;

import java.util.List;
import java.util.stream.Collectors;

/** One step of a JSONPath rule, in the bounded grammar that hostile rules cannot leave. */
sealed interface Segment {

    /** As Jayway is given it: always in brackets, every name quoted. */
    String strict();

    /** As a person would write it. */
    default String shown() {
        return strict();
    }

    record Name(String name) implements Segment {

        @Override
        public String strict() {
            return "[" + quoted(name) + "]";
        }

        @Override
        public String shown() {
            return name.matches("[\\p{L}\\p{N}_]+") ? "." + name : strict();
        }
    }

    record Index(int index) implements Segment {

        @Override
        public String strict() {
            return "[" + index + "]";
        }
    }

    record All() implements Segment {

        @Override
        public String strict() {
            return "[*]";
        }
    }

    /** The elements for which every condition holds. */
    record Where(List<Condition> conditions) implements Segment {

        @Override
        public String strict() {
            return conditions.stream().map(Condition::strict).collect(Collectors.joining(" && ", "[?(", ")]"));
        }

        boolean demands(String name) {
            return conditions.contains(new Condition(name, "true"));
        }
    }

    /** A member that equals a literal: true, false, null, a whole number, or a quoted text. */
    record Condition(String name, String literal) {

        String strict() {
            return "@[" + quoted(name) + "]==" + literal;
        }
    }

    static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
