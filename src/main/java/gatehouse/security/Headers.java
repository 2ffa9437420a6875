package gatehouse.security;

import java.util.regex.Pattern;

import gatehouse.web.Api;
import gatehouse.web.Occasion;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** The headers of every answer. Nothing inline, nothing from elsewhere, nothing kept, nothing framed. */
final class Headers {

    private static final String PAGE = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
            + "base-uri 'none'; frame-ancestors 'none'";
    private static final String DATA = "default-src 'none'; frame-ancestors 'none'";
    /** Pages with a button that leads to a provider: a browser applies form-action to the whole chain of redirects. */
    private static final Pattern LEADS_AWAY = Pattern.compile("/(login|again|profile|sso|admin/trial|admin/welcome|api/auth/sso|api/auth/get_sso_id)(/.*)?|/admin/providers/[^/]+(/mapping)?");
    /** No referrer at all; a page with a form is not among them, because its browser would send {@code Origin: null}. */
    private static final Pattern QUIET = Pattern.compile("/(sso/.*|callback|api/(?!auth/sso$).*)");

    private Headers() {
    }

    static void write(HttpServletRequest request, HttpServletResponse response, boolean secure) {
        String path = request.getRequestURI();
        String page = LEADS_AWAY.matcher(path).matches() ? PAGE : PAGE + "; form-action 'self'";
        response.setHeader("Content-Security-Policy", Api.serves(path) ? DATA : page);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", QUIET.matcher(path).matches() ? "no-referrer" : "same-origin");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
        response.setHeader("Cache-Control", "no-store");
        if (Api.serves(path)) response.setHeader(Occasion.HEADER, Occasion.now().reference());
        if (secure) response.setHeader("Strict-Transport-Security", "max-age=31536000");
    }
}
