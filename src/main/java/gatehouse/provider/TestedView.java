package gatehouse.provider;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import gatehouse.mapping.Field;
import gatehouse.mapping.Hit;
import gatehouse.web.Messages;
import gatehouse.web.OneLine;

/** The tester's result as the page shows it: plain texts in the reader's language. */
record TestedView(Tested tested, Messages messages) {

    private static final int LONGEST = 200;

    Map<String, Object> shown() {
        List<Map<String, String>> rows = TestedRow.of(tested.trying()).stream().map(this::row).toList();
        return Map.of("rows", rows, "pieces", tested.pieces().stream().map(piece -> Map.of("text", piece.text(), "marked", piece.marked())).toList(),
                "kind", tested.verdict().letsIn() ? "good" : "warn", "verdict", verdict(), "aside", String.join(" ", aside()));
    }

    String verdict() {
        return messages.say(tested.verdict().words().key(), tested.verdict().words().arguments().toArray());
    }

    List<String> aside() {
        return tested.aside().stream().map(words -> messages.say(words.key())).toList();
    }

    private Map<String, String> row(TestedRow row) {
        return Map.of("field", messages.say(row.field().label()), "rule", row.rule(), "kind", row.kind(),
                "state", messages.say("provider.tester.state." + row.state()), "value", row.hit().map(TestedView::value).orElse(""), "about", about(row), "why", row.why().map(messages::say).orElse(""));
    }

    private String about(TestedRow row) {
        return row.hit().map(hit -> about(row.field(), hit)).orElseGet(() -> row.finding().map(miss -> messages.say(miss.rule().notation().key())).orElse(""));
    }

    private static String value(Hit hit) {
        String line = OneLine.of(hit.text(), LONGEST + 1);
        return line.length() <= LONGEST ? line : OneLine.of(line, LONGEST) + "…";
    }

    /** The notation that was read, the type, which of a list, and whether an e-mail is verified. */
    private String about(Field field, Hit hit) {
        Stream<String> keys = Stream.of(hit.rule().notation().key(), "provider.tester.type." + hit.type(), hit.firstOfList() ? "provider.tester.first" : "",
                field != Field.EMAIL ? "" : tested.trying().reading().emailVerified() ? "provider.tester.verified" : "provider.tester.not-verified");
        return keys.filter(key -> !key.isEmpty()).map(messages::say).collect(Collectors.joining(" · "));
    }
}
