package gatehouse.web;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;

/** Which of our languages a request wants: the one chosen here before, else the browser's first that we have, else English. */
public final class Locales {

    public static final String COOKIE = "lang";

    private Locales() {
    }

    public static Locale of(HttpServletRequest request, boolean secure) {
        return Cookies.read(request, COOKIE, secure).flatMap(Locales::tagged).orElseGet(() -> wanted(request));
    }

    /** @param tag such as {@code zh-CN}; empty when it is none of ours */
    public static Optional<Locale> tagged(String tag) {
        return Messages.LANGUAGES.stream().filter(locale -> locale.toLanguageTag().equals(tag)).findFirst();
    }

    private static Locale wanted(HttpServletRequest request) {
        if (request.getHeader("Accept-Language") == null) return Locale.ENGLISH;
        List<Locale> browser = Collections.list(request.getLocales());
        return browser.stream().flatMap(locale -> Messages.LANGUAGES.stream().filter(ours -> ours.getLanguage().equals(locale.getLanguage())))
                .findFirst().orElse(Locale.ENGLISH);
    }
}
