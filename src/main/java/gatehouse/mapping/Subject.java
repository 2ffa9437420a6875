package gatehouse.mapping;

import com.fasterxml.jackson.databind.JsonNode;

import gatehouse.web.Refusal;

/** Who a person is at a provider: a text of 1 to 255 characters byte for byte, or a whole number in all its digits; never blank or 0. */
final class Subject {

    private static final int LONGEST = 255;

    private Subject() {
    }

    /** @throws Refusal (502) naming the rule, never the value */
    static String of(Finding finding) {
        if (!(finding instanceof Hit hit)) throw refused("provider.subject.missing", finding.rule());
        if (hit.firstOfList() && !hit.rule().asksForList()) throw refused("provider.subject.type", hit.rule());
        return checked(text(hit), hit.rule());
    }

    private static String text(Hit hit) {
        JsonNode value = hit.value();
        if (!value.isTextual() && !value.isIntegralNumber()) throw refused("provider.subject.type", hit.rule());
        return hit.text();
    }

    private static String checked(String subject, Rule rule) {
        if (subject.length() > LONGEST) throw refused("provider.subject.too-long", rule);
        boolean bad = subject.codePoints().anyMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE);
        if (bad) throw refused("provider.subject.characters", rule);
        if (subject.strip().equals("0")) throw refused("provider.subject.zero", rule);
        return subject;
    }

    private static Refusal refused(String key, Rule rule) {
        return new Refusal(502, key, rule.text(), LONGEST);
    }
}
