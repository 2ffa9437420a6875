package gatehouse.provider;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import gatehouse.mapping.Field;
import gatehouse.mapping.Finding;
import gatehouse.mapping.Hit;
import gatehouse.mapping.Miss;
import gatehouse.mapping.Trying;
import gatehouse.web.Refusal;

/**
 * What the tester found for one field.
 *
 * @param rule    as typed; empty for none
 * @param state   {@code found}, {@code unfit}, {@code nothing}, {@code not-a-path} or {@code no-rule}
 * @param kind    how good that is: {@code good}, {@code warn}, {@code bad}, or empty
 * @param finding empty when there was no rule to be followed
 * @param why     no value is taken
 */
record TestedRow(Field field, String rule, String state, String kind, Optional<Finding> finding, Optional<Refusal> why) {

    /** Those fields that have a rule, or should. */
    static List<TestedRow> of(Trying trying) {
        return Arrays.stream(Field.values()).filter(field -> trying.texts().containsKey(field) || trying.wrong().containsKey(field))
                .map(field -> of(trying, field)).toList();
    }

    private static TestedRow of(Trying trying, Field field) {
        String rule = trying.texts().getOrDefault(field, "");
        Refusal wrong = trying.wrong().get(field);
        String unread = trying.texts().containsKey(field) ? "not-a-path" : "no-rule";
        if (wrong != null) return new TestedRow(field, rule, unread, "bad", Optional.empty(), Optional.of(wrong));
        Finding finding = trying.reading().finding(field).orElseThrow();
        if (finding instanceof Miss miss) return new TestedRow(field, rule, "nothing", missed(trying, miss, field), Optional.of(finding), Optional.of(miss.why()));
        Optional<Refusal> unfit = trying.unfit(field);
        String kind = unfit.isEmpty() ? "good" : trying.required(field) ? "bad" : "warn";
        return new TestedRow(field, rule, unfit.isEmpty() ? "found" : "unfit", kind, Optional.of(finding), unfit);
    }

    private static String missed(Trying trying, Miss miss, Field field) {
        if (trying.required(field)) return "bad";
        return miss.absent() ? "" : "warn";
    }

    /** The value; empty when nothing was found. */
    Optional<Hit> hit() {
        return finding.filter(Hit.class::isInstance).map(Hit.class::cast);
    }
}
