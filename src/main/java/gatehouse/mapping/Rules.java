package gatehouse.mapping;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;

import gatehouse.web.Refusal;

/** The rules of one field in the order they are asked, at most four; as text {@code $.union_id else $.open_id}. */
public record Rules(List<Rule> all) {

    private static final int MOST = 4;

    public Rules {
        all = List.copyOf(all);
        if (all.isEmpty() || all.size() > MOST) throw Refusal.invalid("provider.rule.alternatives", 1, MOST);
    }

    /** Refused (422) with the position in the rule at fault as the first argument. */
    public static Rules of(String typed) {
        if (typed.length() > MOST * (Rule.LONGEST + 6)) throw Refusal.invalid("provider.rule.too-long", Rule.LONGEST, Rule.LONGEST);
        return new Rules(Arrays.stream(typed.split("\\s+else\\s+(?=[$/])")).map(Rule::of).toList());
    }

    /** The first rule's value, or the next one's where nothing or a blank stands; else the first rule's miss. */
    Finding find(JsonNode answer) {
        List<Finding> tried = all.stream().map(rule -> rule.find(answer)).toList();
        return tried.stream().filter(finding -> !(finding instanceof Miss miss && miss.absent())).findFirst().orElse(tried.get(0));
    }

    boolean mutable() {
        return all.stream().anyMatch(Rule::mutable);
    }

    @Override
    public String toString() {
        return all.stream().map(Rule::text).collect(Collectors.joining(" else "));
    }
}
