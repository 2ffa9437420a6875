package gatehouse.tape;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

import gatehouse.connection.AnswerFormat;
import gatehouse.connection.Unwrapped;
import gatehouse.web.Json;

/** What an answer tells that is secret by its name: tokens, tickets, secrets; in JSON, forms, and whatever else looks like name and value. */
record Told(String tokenName) {

    private static final Pattern SECRET = Pattern.compile(".*(token|secret|passw|ticket|session_?key|cookie|assertion|verifier|api_?key|credential|recovery_?code).*");
    private static final Pattern PLAIN = Pattern.compile(".*(type|token_use|endpoint|expire|uri|url|scope|supported|alg|method|error|message|desc).*|.*_(in|at)");
    private static final Pattern PAIR = Pattern.compile("[\"']?([A-Za-z_][\\w.-]{0,63})[\"']?\\s*[:=]\\s*[\"']?([^\"'&\\s,;<>{}\\[\\]]{6,8192})");

    Set<String> secrets(String answer) {
        Set<String> secrets = new HashSet<>();
        Matcher pair = PAIR.matcher(answer);
        while (pair.find()) {
            if (secret(pair.group(1)) && !address(pair.group(2))) secrets.add(pair.group(2));
        }
        json(answer, secrets);
        Opened.parts(answer).flatMap(List::stream).forEach(part -> walk(part, secrets));
        return secrets;
    }

    private void json(String answer, Set<String> secrets) {
        try {
            walk(Json.objectWithLongStrings(Unwrapped.json(answer.getBytes(StandardCharsets.UTF_8), AnswerFormat.FORM)), secrets);
        } catch (Json.Malformed noJson) {
            return;
        }
    }

    private void walk(JsonNode node, Set<String> secrets) {
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            if (secret(member.getKey())) values(member.getValue()).map(JsonNode::asText).filter(value -> !address(value)).forEach(secrets::add);
        }
        for (JsonNode child : node) walk(child, secrets);
    }

    /** A value by itself, or those of a list. */
    private static Stream<JsonNode> values(JsonNode node) {
        Stream<JsonNode> all = node.isArray() ? StreamSupport.stream(node.spliterator(), false) : Stream.of(node);
        return all.filter(JsonNode::isValueNode);
    }

    boolean secret(String name) {
        String low = name.toLowerCase(Locale.ROOT);
        return name.equals(tokenName) || SECRET.matcher(low).matches() && !PLAIN.matcher(low).matches();
    }

    private static boolean address(String value) {
        return value.startsWith("https:") || value.startsWith("http:");
    }
}
