package gatehouse.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import gatehouse.session.CurrentAccount;
import gatehouse.web.Api;
import gatehouse.web.Refusal;
import gatehouse.web.ReturnPath;
import gatehouse.web.TypedForm;
import gatehouse.web.Visit;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

/** Lets the named roles pass. Strangers go to the sign-in page (a program gets 401), others get a plain no; who must be fresh signs in again. */
final class Gate implements ContainerRequestFilter {

    private final String[] roles;
    private final Optional<String> back;
    private final HttpServletRequest request;
    private final CurrentAccount current;

    Gate(String[] roles, Optional<String> back, HttpServletRequest request, CurrentAccount current) {
        this.roles = roles;
        this.back = back;
        this.request = request;
        this.current = current;
    }

    @Override
    public void filter(ContainerRequestContext context) {
        if (!current.signedIn()) stranger(context);
        else if (Arrays.stream(roles).noneMatch(context.getSecurityContext()::isUserInRole)) throw forbidden();
        else if (back.isPresent() && !current.fresh()) signInAgain(context);
    }

    private Refusal forbidden() {
        if (current.token().isEmpty()) return new Refusal(403, "refused.forbidden");
        return new Refusal(403, "refused.scope", roles[0]).header("WWW-Authenticate", "Bearer error=\"insufficient_scope\"");
    }

    private void signInAgain(ContainerRequestContext context) {
        if (!Api.serves(request.getRequestURI())) send(context, "/again?next=" + wayBack(context, back.get()));
        else throw new Refusal(403, current.token().isPresent() ? "refused.browser-only" : "refused.not-fresh");
    }

    /** Where the form says that its page is, else the way back of the action. */
    static String wayBack(ContainerRequestContext context, String back) {
        String page = new ReturnPath(form(context).text("to")).value();
        return page.equals("/") ? here(back, context.getUriInfo().getPathParameters(false)) : URLEncoder.encode(page, UTF_8);
    }

    private static TypedForm form(ContainerRequestContext context) {
        try {
            return TypedForm.read(context.getHeaderString("Content-Type"), context.getEntityStream().readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The way back, with the action's own parameters put in as they stand in the address. */
    private static String here(String back, MultivaluedMap<String, String> parameters) {
        return Pattern.compile("\\{(\\w+)}").matcher(back).replaceAll(name -> Matcher.quoteReplacement(parameters.getFirst(name.group(1))));
    }

    private void stranger(ContainerRequestContext context) {
        if (Api.serves(request.getRequestURI())) throw new Refusal(401, "refused.sign-in").header("WWW-Authenticate", "Bearer");
        String wanted = request.getMethod().equals("GET") ? new ReturnPath(request.getRequestURI()).value() : "/";
        send(context, "/login?next=" + wanted);
    }

    private void send(ContainerRequestContext context, String path) {
        context.abortWith(Response.status(303).location(URI.create(Visit.of(request).address().base() + path)).build());
    }
}
