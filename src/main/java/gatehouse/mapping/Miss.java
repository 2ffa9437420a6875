package gatehouse.mapping;

import com.fasterxml.jackson.databind.JsonNode;

import gatehouse.web.Refusal;

/**
 * Why a rule found no value, as a sentence to show.
 *
 * @param absent whether nothing or a blank stands there, so that the next rule is asked; what has a wrong shape is not passed over
 * @param why    message key and arguments: the rule, then where it stopped
 */
public record Miss(Rule rule, boolean absent, Refusal why) implements Finding {

    static Miss stopped(Rule rule, String at) {
        return new Miss(rule, true, Refusal.invalid("provider.rule.stopped", rule.text(), at));
    }

    static Miss blank(Rule rule) {
        return new Miss(rule, true, Refusal.invalid("provider.rule.blank", rule.text()));
    }

    static Miss shape(Rule rule, JsonNode node) {
        String shape = node.isObject() ? "object" : node.isArray() ? "list" : "no-text";
        return new Miss(rule, false, Refusal.invalid("provider.rule." + shape, rule.text()));
    }
}
