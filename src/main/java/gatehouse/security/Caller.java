package gatehouse.security;

import java.security.Principal;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

import gatehouse.session.Scope;
import gatehouse.session.SessionView;
import gatehouse.session.TokenView;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

/** A request that knows its caller: everybody signed in is a {@code user}, some are {@code admin}; a program is what its token's scopes say. */
final class Caller extends HttpServletRequestWrapper {

    private final String username;
    private final transient Set<String> roles = new HashSet<>();

    Caller(HttpServletRequest request, Optional<SessionView> session) {
        super(request);
        username = session.map(SessionView::username).orElse(null);
        if (session.isPresent()) roles.add("user");
        if (session.filter(SessionView::administrator).isPresent()) roles.add("admin");
    }

    Caller(HttpServletRequest request, TokenView token) {
        super(request);
        username = token.username();
        if (token.may(Scope.PROFILE)) roles.add("user");
        if (token.may(Scope.ADMIN)) roles.add("admin");
    }

    @Override
    public Principal getUserPrincipal() {
        return username == null ? null : () -> username;
    }

    @Override
    public String getRemoteUser() {
        return username;
    }

    @Override
    public boolean isUserInRole(String role) {
        return roles.contains(role);
    }
}
