package gatehouse.security;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import gatehouse.secret.Tokens;
import gatehouse.session.CurrentAccount;
import gatehouse.web.Api;
import gatehouse.web.Refusal;
import gatehouse.web.TypedForm;
import gatehouse.web.Visit;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;

/** No unsafe method passes without the form token of this very browser and session, whatever the route and the kind of body. */
public class CsrfFilter extends HttpFilter {

    private static final long serialVersionUID = 1;
    private static final Set<String> SAFE = Set.of("GET", "HEAD");
    private static final Pattern FORM = Pattern.compile("(?i)(application/x-www-form-urlencoded|multipart/form-data)(?![^;\\s])");
    private static final Pattern JSON = Pattern.compile("(?i)application/json(\\s*;\\s*charset=\"?utf-8\"?)?");
    /** It opens no session and reads none: its answer is for whoever sent the password. */
    private static final Pattern LOGIN = Pattern.compile("/api/auth/login(/hash)?");

    /** Where an administrator sends a whole backup. */
    private static final Set<String> IMPORT = Set.of("/admin/import", "/api/admin/import");
    private static final int LONGEST_IMPORT = 8 << 20;

    @Inject
    transient CurrentAccount current;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws IOException, ServletException {
        if (!SAFE.contains(request.getMethod()) && !request.getRequestURI().equals(Anywhere.VERIFY)) {
            if (IMPORT.contains(request.getRequestURI()) && request.isUserInRole("admin")) body(request).allow(LONGEST_IMPORT);
            if (current.token().isEmpty()) refuseForged(request);
            if (!takes(request)) throw new Refusal(415, Api.serves(request.getRequestURI()) ? "refused.json-only" : "refused.bad-request");
        }
        chain.doFilter(request, response);
    }

    private void refuseForged(HttpServletRequest request) throws IOException {
        refuseForeign(request);
        String path = request.getRequestURI();
        boolean nothingToForge = Api.serves(path) && (!current.signedIn() || LOGIN.matcher(path).matches());
        if (!nothingToForge && !Tokens.same(Visit.of(request).csrf(), sent(request))) throw new Refusal(403, "refused.csrf");
    }

    /** A browser tells where a request was made; an absent header is no reason to refuse, the token still is. */
    private static void refuseForeign(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        boolean crossSite = site != null && !site.equals("same-origin") && !site.equals("none");
        String origin = request.getHeader("Origin");
        boolean foreign = origin != null && !origin.equals(Visit.of(request).address().base());
        if (crossSite || foreign) throw new Refusal(403, "refused.csrf");
    }

    /** Pages take forms only, programs send JSON only; a server's own reader must not try its hand at another kind of body. */
    private static boolean takes(HttpServletRequest request) {
        String type = request.getHeader("Content-Type");
        if (!Api.serves(request.getRequestURI())) return type == null || request.getRequestURI().startsWith("/api/") || FORM.matcher(type).lookingAt();
        boolean empty = request.getContentLengthLong() <= 0 && request.getHeader("Transfer-Encoding") == null;
        return empty || type != null && JSON.matcher(type).matches();
    }

    private static String sent(HttpServletRequest request) throws IOException {
        String header = request.getHeader(Csrf.HEADER);
        return header != null || Api.serves(request.getRequestURI()) ? header : field(request);
    }

    private static String field(HttpServletRequest request) throws IOException {
        List<String> fields = TypedForm.read(request.getContentType(), body(request).content()).all(Csrf.FIELD);
        return fields.size() == 1 ? fields.get(0) : null;
    }

    private static Body body(HttpServletRequest request) {
        HttpServletRequest inner = request;
        while (!(inner instanceof Body) && inner instanceof HttpServletRequestWrapper wrapper) inner = (HttpServletRequest) wrapper.getRequest();
        return (Body) inner;
    }
}
