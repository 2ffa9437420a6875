package gatehouse.security;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;

import gatehouse.secret.Tokens;
import gatehouse.session.CurrentAccount;
import gatehouse.session.SessionView;
import gatehouse.session.Sessions;
import gatehouse.web.Address;
import gatehouse.web.Api;
import gatehouse.web.Cookies;
import gatehouse.web.Flash;
import gatehouse.web.Visit;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Turns an access token or the session cookie into a caller with roles, for servlets and JAX-RS alike; the container's own session is never touched. */
public class CallerFilter extends HttpFilter {

    private static final long serialVersionUID = 1;
    private static final String FLOW = "flow";
    /** These show nothing: a message for the next page waits until there is one. */
    private static final Set<String> LEADS_ON = Set.of("/", "/admin");

    @Inject
    transient Sessions sessions;
    @Inject
    transient CurrentAccount current;
    @Inject
    transient ProgramCaller programs;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws IOException, ServletException {
        String path = request.getRequestURI();
        boolean icon = path.startsWith("/icons/") && request.getMethod().equals("GET");
        if (icon || Anywhere.answers(path)) {
            chain.doFilter(request, response);
            return;
        }
        Optional<HttpServletRequest> program = programs.of(request);
        if (program.isPresent()) chain.doFilter(program.get(), response);
        else browser(path, request, response, chain);
    }

    private void browser(String path, HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws IOException, ServletException {
        Visit visit = Visit.of(request);
        Address address = visit.address();
        Optional<SessionView> session = Cookies.read(request, Sessions.COOKIE, address.secure()).flatMap(sessions::find);
        session.ifPresent(current::is);
        String flow = flow(request, response, address.secure(), session.isPresent());
        String csrf = Csrf.token(session.isPresent() ? Cookies.read(request, Sessions.COOKIE, address.secure()).orElseThrow() : flow);
        Visit known = new Visit(address, visit.locale(), visit.theme(), csrf, flow, session.map(SessionView::me));
        known.keep(request);
        if (session.filter(SessionView::mustChangePassword).isPresent() && !MustChange.open(path)) MustChange.send(path, response, address);
        else if (MustConfirm.asked(known, path)) MustConfirm.send(response, address);
        else {
            if (request.getMethod().equals("GET") && !LEADS_ON.contains(path)) Flash.take(request, response);
            chain.doFilter(new Caller(request, session), response);
        }
    }

    /**
     * The browser's handle: made when it first comes, so that the sign-in form has something to be bound to. Its scripts get one with what they
     * post, which may begin a trip; a program has none.
     */
    private static String flow(HttpServletRequest request, HttpServletResponse response, boolean secure, boolean signedIn) {
        return Cookies.read(request, FLOW, secure).filter(value -> value.length() == 43).orElseGet(() -> {
            String fresh = Tokens.fresh();
            boolean kept = !Api.serves(request.getRequestURI()) || signedIn && request.getMethod().equals("POST");
            if (kept) Cookies.write(response, FLOW, fresh, secure, -1);
            return fresh;
        });
    }
}
