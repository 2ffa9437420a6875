package gatehouse.mapping;

import java.util.Locale;
import java.util.Set;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

import gatehouse.web.Refusal;

/**
 * Where in a provider's answer one value stands: JSONPath, JSON Pointer or a dotted path, at most 256 characters and 16 steps.
 * What is wrong with it is refused (422) with the position, counted from 1, as the first argument.
 */
public final class Rule {

    static final int LONGEST = 256;
    static final int MOST_SEGMENTS = 16;
    private static final Set<String> MUTABLE = Set.of("name", "login", "email", "mail", "username", "user_name", "preferred_username",
            "nickname", "display_name", "displayname", "upn", "userprincipalname", "phone", "phone_number", "mobile", "enterprise_email");
    private final String text;
    private final Notation notation;
    private final Way way;

    private Rule(String text) {
        this.text = text;
        this.notation = Notation.of(text);
        this.way = switch (notation) {
            case JSON_PATH -> new JsonPathWay(JsonPathParser.parse(text));
            case JSON_POINTER -> TokenWay.pointer(text);
            case DOTTED -> TokenWay.dotted(text);
        };
    }

    public static Rule of(String typed) {
        if (typed.length() > LONGEST) throw Refusal.invalid("provider.rule.too-long", LONGEST, LONGEST);
        return new Rule(typed.strip());
    }

    /** As typed. */
    public String text() {
        return text;
    }

    /** Which of the three notations it was read as. */
    public Notation notation() {
        return notation;
    }

    Finding find(JsonNode answer) {
        JsonNode found = way.follow(answer, way.steps());
        if (nothing(found, way.steps())) return Miss.stopped(this, stop(answer));
        if (found.isArray()) return first(found);
        if (Scalar.blank(found)) return Miss.blank(this);
        return Scalar.is(found) ? new Hit(this, found, false) : Miss.shape(this, found);
    }

    private boolean nothing(JsonNode found, int steps) {
        return found.isMissingNode() || found.isEmpty() && way.list(steps);
    }

    private Finding first(JsonNode list) {
        for (JsonNode element : list) {
            if (Scalar.is(element) && !Scalar.blank(element)) return new Hit(this, element, true);
        }
        return onlyBlanks(list) ? Miss.blank(this) : Miss.shape(this, list);
    }

    private static boolean onlyBlanks(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).allMatch(Scalar::blank);
    }

    /** The longest beginning that leads somewhere. */
    private String stop(JsonNode answer) {
        int steps = way.steps() - 1;
        while (steps > 0 && nothing(way.follow(answer, steps), steps)) steps--;
        return way.shown(steps);
    }

    /** Whether it asks for a list by a wildcard or a filter; a plain path that meets a list is something else. */
    boolean asksForList() {
        return way.list(way.steps());
    }

    /** Whether people can change what stands there, so that it does not tell who they are for ever. */
    boolean mutable() {
        return MUTABLE.contains(way.lastName().toLowerCase(Locale.ROOT));
    }

    /** Whether the answer says that the e-mail found here is verified: a true {@code email_verified} beside it, or the rule's own filter. */
    boolean verified(JsonNode answer) {
        if (!way.lastName().equals("email")) return false;
        if (asksForList()) return way.demandsVerified();
        JsonNode claim = way.follow(answer, way.steps() - 1).path("email_verified");
        return claim.isBoolean() && claim.booleanValue();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Rule rule && rule.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
