package gatehouse.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** One message for the next page: a message key and at most one plain word, in a short-lived cookie that is read once. */
public final class Flash {

    private static final String COOKIE = "flash";
    private static final Set<String> TO_BIND = Set.of("provider-added", "provider-saved");
    private static final String ATTRIBUTE = Flash.class.getName();
    private static final Pattern FORM = Pattern.compile("[a-z0-9.-]{1,60}(?:_[A-Za-z0-9_-]{1,600})?");

    private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();

    private Flash() {
    }

    /** @param word what the message names, such as a provider; at most 100 characters, empty for none */
    public static void leave(HttpServletRequest request, HttpServletResponse response, String key, String word) {
        Cookies.write(response, COOKIE, word.isEmpty() ? key : key + "_" + TEXT.encodeToString(word.getBytes(UTF_8)), Visit.of(request).address().secure(), 60);
    }

    /** Takes the message out of the cookie before the page is made. */
    public static void take(HttpServletRequest request, HttpServletResponse response) {
        boolean secure = Visit.of(request).address().secure();
        Cookies.read(request, COOKIE, secure).ifPresent(value -> {
            Cookies.write(response, COOKIE, "", secure, 0);
            if (FORM.matcher(value).matches()) request.setAttribute(ATTRIBUTE, value);
        });
    }

    static Map<String, String> of(HttpServletRequest request) {
        String value = (String) request.getAttribute(ATTRIBUTE);
        if (value == null) return null;
        String[] parts = value.split("_", 2);
        Messages messages = Messages.in(Visit.of(request).locale());
        String text = messages.say("flash." + parts[0], parts.length > 1 ? word(parts[1]) : "");
        if (!TO_BIND.contains(parts[0])) return Map.of("kind", "good", "text", text);
        return Map.of("kind", "good", "text", text, "href", "/profile#sso", "label", messages.say("flash.provider-bind"));
    }

    private static String word(String encoded) {
        try {
            return new String(Base64.getUrlDecoder().decode(encoded), UTF_8);
        } catch (IllegalArgumentException notOurs) {
            return "";
        }
    }
}
