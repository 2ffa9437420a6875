package gatehouse.security;

import java.security.Principal;
import java.util.Optional;

import gatehouse.session.SessionView;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

/** A request that knows its caller: everybody signed in is a {@code user}, some are {@code admin}. */
final class Caller extends HttpServletRequestWrapper {

    private final transient Optional<SessionView> session;

    Caller(HttpServletRequest request, Optional<SessionView> session) {
        super(request);
        this.session = session;
    }

    @Override
    public Principal getUserPrincipal() {
        return session.<Principal>map(view -> view::username).orElse(null);
    }

    @Override
    public String getRemoteUser() {
        return session.map(SessionView::username).orElse(null);
    }

    @Override
    public boolean isUserInRole(String role) {
        return session.filter(view -> role.equals("user") || role.equals("admin") && view.administrator()).isPresent();
    }
}
