package gatehouse.mapping;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

import gatehouse.web.Refusal;

/** JSON Pointer (RFC 6901) and plain dotted paths: a token is a name in an object and an index in a list. */
final class TokenWay implements Way {

    private final Notation notation;
    private final List<String> tokens;

    private TokenWay(Notation notation, List<String> tokens) {
        if (tokens.size() > Rule.MOST_SEGMENTS) throw Refusal.invalid("provider.rule.segments", 1, Rule.MOST_SEGMENTS);
        this.notation = notation;
        this.tokens = List.copyOf(tokens);
    }

    static TokenWay dotted(String rule) {
        RuleText text = new RuleText(rule);
        List<String> tokens = new ArrayList<>(List.of(text.name()));
        while (text.more()) {
            text.demand(".");
            tokens.add(text.name());
        }
        return new TokenWay(Notation.DOTTED, tokens);
    }

    static TokenWay pointer(String rule) {
        int at = 1;
        List<String> tokens = new ArrayList<>();
        for (String escaped : rule.substring(1).split("/", -1)) {
            if (escaped.isEmpty() || !escaped.matches("\\P{Cntrl}+")) throw Refusal.invalid("provider.rule.name", at + 1);
            if (!escaped.matches("([^~]|~[01])+")) throw Refusal.invalid("provider.rule.tilde", at + 1 + escaped.indexOf('~'));
            tokens.add(escaped.replace("~1", "/").replace("~0", "~"));
            at += escaped.length() + 1;
        }
        return new TokenWay(Notation.JSON_POINTER, tokens);
    }

    @Override
    public int steps() {
        return tokens.size();
    }

    @Override
    public JsonNode follow(JsonNode answer, int steps) {
        JsonNode node = answer;
        for (String token : tokens.subList(0, steps)) node = step(node, token);
        return node;
    }

    private static JsonNode step(JsonNode node, String token) {
        if (node.isObject()) return node.path(token);
        boolean index = node.isArray() && token.matches("0|[1-9][0-9]{0,2}");
        return index ? node.path(Integer.parseInt(token)) : MissingNode.getInstance();
    }

    @Override
    public String shown(int steps) {
        if (steps == 0) return "$";
        List<String> first = tokens.subList(0, steps);
        if (notation == Notation.DOTTED) return String.join(".", first);
        return "/" + String.join("/", first.stream().map(token -> token.replace("~", "~0").replace("/", "~1")).toList());
    }

    @Override
    public boolean list(int steps) {
        return false;
    }

    @Override
    public String lastName() {
        return tokens.get(steps() - 1);
    }

    @Override
    public boolean demandsVerified() {
        return false;
    }
}
