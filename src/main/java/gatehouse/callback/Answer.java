package gatehouse.callback;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import gatehouse.exchange.Callback;
import gatehouse.trial.Returned;
import gatehouse.web.Refusal;
import jakarta.servlet.http.HttpServletRequest;

/**
 * What a provider sent by way of the browser (RFC 6749 section 4.1.2, RFC 9207): each parameter once. Everything else
 * in the address is not read, but for a trial, which shows it.
 *
 * @param query as it came
 * @param path  by which address it came
 * @param codes what was sent, by name; only the one that this provider sends counts
 * @param error an empty one is none (RFC 6749 section 3.1)
 */
record Answer(String path, String query, String state, Map<String, String> codes, Optional<String> issuer, Optional<String> error) {

    private static final Set<String> CODES = Set.of("code", "authCode", "auth_code");
    private static final Set<String> READ = Set.of("state", "code", "authCode", "auth_code", "iss", "error");
    private static final int LONGEST = 4096;

    /** @throws Refusal 400 when a parameter is sent twice, cannot be decoded or is too long, or the state is missing */
    static Answer of(HttpServletRequest request) {
        Map<String, String> read = new HashMap<>();
        String query = request.getQueryString() == null ? "" : request.getQueryString();
        for (String pair : query.split("&")) {
            String[] halves = pair.split("=", 2);
            String name = decoded(halves[0]);
            if (READ.contains(name) && read.put(name, halves.length == 1 ? "" : decoded(halves[1])) != null) throw malformed();
        }
        if (read.getOrDefault("state", "").length() != 43) throw malformed();
        Map<String, String> codes = new HashMap<>(read);
        codes.keySet().retainAll(CODES);
        return new Answer(request.getRequestURI(), query, read.get("state"), codes,
                Optional.ofNullable(read.get("iss")), Optional.ofNullable(read.get("error")).filter(error -> !error.isEmpty()));
    }

    private static String decoded(String text) {
        try {
            String decoded = URLDecoder.decode(text, StandardCharsets.UTF_8);
            if (decoded.length() <= LONGEST && decoded.chars().noneMatch(c -> c < ' ' || c == 0xFFFD || c == 0x7F)) return decoded;
        } catch (IllegalArgumentException notEncoded) {
            throw malformed();
        }
        throw malformed();
    }

    private static Refusal malformed() {
        return new Refusal(400, "refused.attempt-unknown").again("/login");
    }

    /** @param name of the code, as this provider sends it */
    Callback callback(String name) {
        return new Callback(codes.getOrDefault(name, ""), issuer);
    }

    /** As {@link Returned#hasCode}. */
    boolean hasCode(String name) {
        return returned().hasCode(name);
    }

    /** As {@link Returned#denied}. */
    boolean denied() {
        return returned().denied();
    }

    /** The same for a trial: door and trial judge by one rule. */
    Returned returned() {
        return new Returned(path, query, state, codes, issuer, error);
    }

    @Override
    public String toString() {
        return "Answer[" + path + "]";
    }
}
