package gatehouse.provider;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import gatehouse.web.Messages;
import gatehouse.web.Refusal;

/** The tester's result as the page shows it: plain texts in the reader's language. */
record TestedView(Tested tested, Messages messages) {

    private static final int LONGEST = 200;

    Map<String, Object> shown() {
        Trying trying = tested.trying();
        List<Map<String, String>> rows = Arrays.stream(Field.values()).filter(field -> trying.texts().containsKey(field) || trying.wrong().containsKey(field))
                .map(this::row).toList();
        return Map.of("rows", rows, "pieces", tested.pieces().stream().map(piece -> Map.of("text", piece.text(), "marked", piece.marked())).toList(),
                "kind", tested.verdict().letsIn() ? "good" : "warn", "verdict", messages.say(tested.verdict().words().key(), tested.verdict().words().arguments().toArray()),
                "aside", tested.aside().stream().map(words -> messages.say(words.key())).collect(Collectors.joining(" ")));
    }

    private Map<String, String> row(Field field) {
        Refusal wrong = tested.trying().wrong().get(field);
        if (wrong != null) return row(field, "bad", tested.trying().texts().containsKey(field) ? "not-a-path" : "no-rule", "", "", messages.say(wrong));
        Finding finding = tested.trying().reading().finding(field).orElseThrow();
        return finding instanceof Hit hit ? hit(field, hit) : miss(field, (Miss) finding);
    }

    private Map<String, String> hit(Field field, Hit hit) {
        Optional<Refusal> unfit = tested.trying().unfit(field);
        String kind = unfit.isEmpty() ? "good" : tested.trying().required(field) ? "bad" : "warn";
        return row(field, kind, unfit.isEmpty() ? "found" : "unfit", value(hit), about(field, hit), unfit.map(messages::say).orElse(""));
    }

    private Map<String, String> miss(Field field, Miss miss) {
        String kind = tested.trying().required(field) ? "bad" : miss.absent() ? "" : "warn";
        return row(field, kind, "nothing", "", messages.say(miss.rule().notation().key()), messages.say(miss.why()));
    }

    private Map<String, String> row(Field field, String kind, String state, String value, String about, String why) {
        return Map.of("field", messages.say(field.label()), "rule", tested.trying().texts().getOrDefault(field, ""), "kind", kind,
                "state", messages.say("provider.tester.state." + state), "value", value, "about", about, "why", why);
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
