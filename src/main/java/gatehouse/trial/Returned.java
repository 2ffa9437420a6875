package gatehouse.trial;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import gatehouse.exchange.Callback;
import gatehouse.exchange.Rehearsal;

/**
 * What a provider sent home with the browser at the end of a trial.
 *
 * @param query  the whole query as it came
 * @param codes  by the name of the parameter
 * @param error  the standard's own parameter; an empty one is none (RFC 6749 section 3.1)
 */
public record Returned(String path, String query, String state, Map<String, String> codes, Optional<String> issuer, Optional<String> error) {

    private static final Set<String> ERROR = Set.of("error", "errcode", "error_code", "errorcode");
    private static final Set<String> WORDS = Set.of("error_description", "error_message", "error_reason", "errmsg", "msg", "message");
    private static final int MOST = 50;

    Callback callback(String name) {
        return new Callback(codes.getOrDefault(name, ""), issuer);
    }

    /** Only a code without an error goes on; providers that send both break the protocol. @param name of the code, as this provider sends it */
    public boolean hasCode(String name) {
        return !codes.getOrDefault(name, "").isEmpty() && error.isEmpty();
    }

    /** An error, and no code by any name. */
    public boolean denied() {
        return error.isPresent() && codes.values().stream().allMatch(String::isEmpty);
    }

    /** The error's code, as the provider sent it by whatever name; empty when it sent none. */
    String reason() {
        return first(ERROR);
    }

    /** What the provider says of it. */
    String words() {
        return first(WORDS);
    }

    private String first(Set<String> names) {
        return pairs().entrySet().stream().filter(pair -> names.contains(pair.getKey().toLowerCase(Locale.ROOT))).map(Map.Entry::getValue).findFirst().orElse("");
    }

    /** The address it came to, to be shown: state and code are covered whatever they are. */
    String shown(Rehearsal trip) {
        String pairs = pairs().entrySet().stream().map(pair -> trip.covered(pair.getKey()) + "=" + value(pair.getKey(), pair.getValue(), trip)).collect(Collectors.joining("&"));
        return pairs.isEmpty() ? path : path + "?" + pairs;
    }

    private String value(String name, String value, Rehearsal trip) {
        boolean secret = name.equals("state") || codes.containsKey(name);
        return secret && !value.isEmpty() ? "•••(" + value.length() + ")" : trip.covered(value);
    }

    /** What cannot be decoded is taken as it is. */
    private Map<String, String> pairs() {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String pair : query.split("&", MOST)) {
            String[] halves = pair.split("=", 2);
            if (!pair.isEmpty()) pairs.putIfAbsent(decoded(halves[0]), halves.length == 1 ? "" : decoded(halves[1]));
        }
        return pairs;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return text;
        }
    }

    @Override
    public String toString() {
        return "Returned[" + path + "]";
    }
}
