package gatehouse.tape;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import gatehouse.attempt.Departure;
import gatehouse.connection.Connection;
import gatehouse.egress.Reply;

/**
 * What a trial keeps of a trip: each request and its answer, covered before it is kept. At most 20 calls, 4 KB of a request's body
 * and 16 KB of an answer's, 64 KB altogether. A trip that is no trial has none.
 */
public final class Tape {

    private static final int MOST = 20;
    private static final int LOOKED_AT = 64 * 1024;
    private static final int LONGEST_REQUEST = 4 * 1024;
    private static final int LONGEST_ANSWER = 16 * 1024;
    private static final int LONGEST = 64 * 1024;
    private static final Set<String> BY_NAME = Set.of("authorization", "cookie", "proxy-authorization");

    private final Veil veil = new Veil();
    private final Told told;
    private final Brief brief;
    private final List<Call> calls = new ArrayList<>();
    private int left = LONGEST;
    private int heard;

    /** Covers from the beginning what these two hold that is secret. */
    public Tape(Connection connection, Departure departure) {
        List<String> path = connection.dialect().token().steps();
        told = new Told(path.get(path.size() - 1));
        brief = new Brief(told);
        String secret = connection.clientSecret().reveal();
        for (String one : List.of(secret, URLEncoder.encode(secret, StandardCharsets.UTF_8), departure.state(), departure.nonce(), departure.verifier())) learn(one);
    }

    /** From now on this is covered, also in what was kept and not yet taken. */
    public void learn(String secret) {
        veil.learn(secret);
        brief.learn(secret);
    }

    /** The text without a secret of the trip. */
    public String covered(String text) {
        return brief.over(veil.over(text));
    }

    /** The value of a member of that name. */
    public String covered(String name, String value) {
        return value.length() <= Brief.LONGEST && told.secret(name) ? Veil.whole(value) : covered(value);
    }

    /** Makes the call, and keeps it whatever comes of it. */
    public Reply heard(String method, URI address, Map<String, String> headers, byte[] body, Supplier<Reply> call) {
        long start = System.nanoTime();
        Reply reply = null;
        try {
            reply = call.get();
            return reply;
        } finally {
            Call made = new Call(method, address.toString(), shown(headers), text(body), 0, "", "", "", TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
            if (heard++ < MOST) keep(reply == null ? made : answered(made, reply));
        }
    }

    /** The calls since this was asked last; what was learnt after one was kept is covered in it too. */
    public List<Call> taken() {
        List<Call> taken = calls.stream().map(call -> call.each(this::covered)).toList();
        calls.clear();
        return taken;
    }

    private Call answered(Call made, Reply reply) {
        String answer = text(reply.body());
        told.secrets(answer).forEach(veil::learn);
        return new Call(made.method(), made.address(), made.headers(), made.request(), reply.status(), reply.contentType(), answer, Opened.in(answer), made.millis());
    }

    private void keep(Call call) {
        Call covered = call.each(this::covered);
        String request = cut(covered.request(), LONGEST_REQUEST);
        String answer = cut(covered.answer(), LONGEST_ANSWER);
        String opened = cut(covered.opened(), LONGEST_ANSWER);
        calls.add(new Call(covered.method(), cut(covered.address(), LONGEST_REQUEST), covered.headers(), request, covered.status(), cut(covered.type(), 200), answer, opened, covered.millis()));
    }

    private String cut(String text, int longest) {
        int end = Math.min(text.length(), Math.min(longest, left));
        left -= end;
        return end == text.length() ? text : text.substring(0, end) + " …";
    }

    private static String text(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        return text.length() <= LOOKED_AT ? text : text.substring(0, LOOKED_AT);
    }

    /** Of an Authorization only the scheme is shown. */
    private static Map<String, String> shown(Map<String, String> headers) {
        Map<String, String> shown = new LinkedHashMap<>();
        headers.forEach((name, value) -> shown.put(name, BY_NAME.contains(name.toLowerCase(Locale.ROOT)) ? scheme(value) : value));
        return shown;
    }

    private static String scheme(String value) {
        String[] parts = value.split(" ", 2);
        return parts.length == 1 ? Veil.whole(value) : parts[0] + " " + Veil.whole(parts[1]);
    }

    @Override
    public String toString() {
        return "Tape[" + heard + "]";
    }
}
