package gatehouse.provider;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import gatehouse.mapping.Field;
import gatehouse.mapping.Hit;
import gatehouse.web.Messages;

/**
 * The tester's result for programs.
 *
 * @param letsIn  whether a sign-in with this answer would let the person in
 * @param verdict the same in words
 * @param aside   what keeps everybody out for the time being
 */
record TestedJson(List<Row> rows, boolean letsIn, String verdict, List<String> aside) {

    /**
     * One field. All but the first three are null when there is nothing to say.
     *
     * @param value    as text
     * @param type     {@code string}, {@code number} or {@code boolean}
     * @param notation in which the rule was read
     * @param verified of an e-mail address only
     * @param why      no value is taken: where the rule stopped
     */
    record Row(String field, String rule, String state, String value, String type, String notation, Boolean firstOfList, Boolean verified, String why) {
    }

    static TestedJson of(Tested tested) {
        TestedView said = new TestedView(tested, Messages.in(Locale.ENGLISH));
        boolean verified = tested.trying().reading().emailVerified();
        List<Row> rows = TestedRow.of(tested.trying()).stream().map(row -> row(row, verified, said.messages())).toList();
        return new TestedJson(rows, tested.verdict().letsIn(), said.verdict(), said.aside());
    }

    private static Row row(TestedRow row, boolean verified, Messages english) {
        Optional<Hit> hit = row.hit();
        return new Row(row.field().key(), row.rule(), row.state().replace('-', '_'), hit.map(Hit::text).orElse(null), hit.map(one -> word(one.type())).orElse(null),
                row.finding().map(one -> word(one.rule().notation())).orElse(null), hit.map(Hit::firstOfList).orElse(null),
                row.field() == Field.EMAIL && hit.isPresent() ? verified : null, row.why().map(english::say).orElse(null));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
