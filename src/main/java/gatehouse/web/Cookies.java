package gatehouse.web;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Our cookies, written by ourselves: HttpOnly, SameSite=Lax (one is Strict), Path=/, and with https the {@code __Host-} prefix and Secure. */
public final class Cookies {

    private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9_.-]{1,700}");

    private Cookies() {
    }

    /** The cookie's value, from the header itself; empty when it is absent or sent twice (then nobody can say which is ours). */
    public static Optional<String> read(HttpServletRequest request, String name, boolean secure) {
        String start = full(name, secure) + "=";
        List<String> found = new ArrayList<>();
        for (String header : Collections.list(request.getHeaders("Cookie"))) {
            for (String pair : header.split(";")) if (pair.strip().startsWith(start)) found.add(pair.strip().substring(start.length()));
        }
        return found.size() == 1 && VALUE.matcher(found.get(0)).matches() ? Optional.of(found.get(0)) : Optional.empty();
    }

    /** @param seconds how long it lives; -1: until the browser is closed; 0: removes it */
    public static void write(HttpServletResponse response, String name, String value, boolean secure, long seconds) {
        write(response, name, value, "Lax", secure, seconds);
    }

    /** One that comes along only with what our own pages send. @param seconds as of {@link #write} */
    public static void writeStrict(HttpServletResponse response, String name, String value, boolean secure, long seconds) {
        write(response, name, value, "Strict", secure, seconds);
    }

    private static void write(HttpServletResponse response, String name, String value, String site, boolean secure, long seconds) {
        response.addHeader("Set-Cookie", full(name, secure) + "=" + value + "; Path=/; HttpOnly; SameSite=" + site
                + (secure ? "; Secure" : "") + (seconds < 0 ? "" : "; Max-Age=" + seconds));
    }

    private static String full(String name, boolean secure) {
        return secure ? "__Host-" + name : name;
    }
}
