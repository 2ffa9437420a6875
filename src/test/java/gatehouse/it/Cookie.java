package gatehouse.it;

import java.net.URI;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** A cookie as a server set it; attribute names in lower case, a flag such as Secure has the value "". */
public record Cookie(String name, String value, String host, Map<String, String> attributes) {

    static Cookie parse(String setCookie, String host) {
        String[] parts = setCookie.split(";");
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int i = 1; i < parts.length; i++) {
            String[] pair = pair(parts[i]);
            attributes.put(pair[0].toLowerCase(Locale.ROOT), pair[1]);
        }
        return new Cookie(pair(parts[0])[0], pair(parts[0])[1], host, attributes);
    }

    private static String[] pair(String part) {
        int equals = part.indexOf('=');
        return equals < 0 ? new String[] {part.trim(), ""} : new String[] {part.substring(0, equals).trim(), part.substring(equals + 1).trim()};
    }

    /** Path as set; "/" when absent. */
    public String path() {
        return attributes.getOrDefault("path", "/");
    }

    boolean expired() {
        String maxAge = attributes.get("max-age");
        if (maxAge != null) return Long.parseLong(maxAge) <= 0;
        String expires = attributes.get("expires");
        return expires != null && ZonedDateTime.parse(expires.replace('-', ' '), DateTimeFormatter.RFC_1123_DATE_TIME).isBefore(ZonedDateTime.now());
    }

    boolean goesTo(URI address) {
        String asked = address.getPath().isEmpty() ? "/" : address.getPath();
        String root = path().endsWith("/") ? path() : path() + "/";
        return host.equals(address.getHost()) && (asked.equals(path()) || asked.startsWith(root));
    }

    boolean replaces(Cookie other) {
        return name.equals(other.name) && host.equals(other.host) && path().equals(other.path());
    }
}
