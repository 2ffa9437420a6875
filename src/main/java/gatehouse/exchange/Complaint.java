package gatehouse.exchange;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gatehouse.connection.ErrorRule;

/** An error that a provider sends inside a good HTTP status: GitHub, Lark, DingTalk, QQ and others do. */
final class Complaint {

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_.-]{1,64}");
    private static final Pattern FORM = Pattern.compile("(?:^|&)error=([^&]*)");
    private static final List<String> NUMBERS = List.of("code", "errcode", "error_code", "ret");

    private Complaint() {
    }

    /**
     * The error's code as far as it is fit to be written down (else an empty text), or nothing when the answer is no error.
     * A {@code code} of 0 or 200 means well.
     */
    static Optional<String> in(ObjectNode answer) {
        JsonNode error = answer.path("error");
        if (says(error)) return Optional.of(error.isValueNode() ? fit(error.asText()) : fit(error.path("code").asText()));
        for (String name : NUMBERS) {
            JsonNode number = answer.path(name);
            if (number.isNumber() && !well(name, number)) return Optional.of(fit(number.asText()));
        }
        JsonNode ok = answer.path("ok");
        boolean bad = "error".equals(answer.path("status").textValue()) || ok.isBoolean() && !ok.booleanValue();
        return bad ? Optional.of("") : Optional.empty();
    }

    /** As {@link #in(ObjectNode)}, and what this provider's own rule says. */
    static Optional<String> in(ObjectNode answer, ErrorRule rule) {
        Optional<String> usual = in(answer);
        if (usual.isPresent() || rule.path().isEmpty()) return usual;
        JsonNode said = answer;
        for (String step : rule.path().split("\\.")) said = said.path(step);
        boolean bad = said.isValueNode() && !said.isNull() && !said.asText().equals(rule.good());
        return bad ? Optional.of(fit(said.asText())) : Optional.empty();
    }

    /** The error in a form-encoded answer. */
    static Optional<String> inForm(String answer) {
        Matcher error = FORM.matcher(answer);
        return error.find() ? Optional.of(fit(error.group(1))) : Optional.empty();
    }

    private static boolean says(JsonNode error) {
        return error.isContainerNode() || !error.isMissingNode() && !error.isNull() && !error.asText().matches("|0|false");
    }

    private static boolean well(String name, JsonNode number) {
        return number.decimalValue().signum() == 0 || name.equals("code") && "200".equals(number.asText());
    }

    private static String fit(String code) {
        Matcher start = CODE.matcher(code);
        return start.lookingAt() ? start.group() : "";
    }
}
