package gatehouse.web;

import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;

/** Light or dark, if somebody chose one here before; else as the device has it. */
public final class Themes {

    static final String COOKIE = "theme";
    private static final Set<String> OURS = Set.of("", "light", "dark");

    private Themes() {
    }

    /** @return empty text: as the device */
    public static String of(HttpServletRequest request, boolean secure) {
        return Cookies.read(request, COOKIE, secure).filter(Themes::ours).orElse("");
    }

    static boolean ours(String theme) {
        return OURS.contains(theme);
    }
}
