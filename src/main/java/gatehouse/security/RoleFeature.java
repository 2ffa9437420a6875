package gatehouse.security;

import java.net.URI;
import java.util.Arrays;

import gatehouse.web.Refusal;
import gatehouse.web.ReturnPath;
import gatehouse.web.Visit;
import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;

/** Enforces {@code @RolesAllowed} alike on both servers: strangers go to the sign-in page, others get a plain no. */
@Provider
public class RoleFeature implements DynamicFeature {

    @Context
    HttpServletRequest request;

    @Override
    public void configure(ResourceInfo resource, FeatureContext features) {
        RolesAllowed method = resource.getResourceMethod().getAnnotation(RolesAllowed.class);
        RolesAllowed allowed = method != null ? method : resource.getResourceClass().getAnnotation(RolesAllowed.class);
        if (allowed != null) features.register(new Gate(allowed.value()), 1000);
    }

    private final class Gate implements ContainerRequestFilter {

        private final String[] roles;

        Gate(String[] roles) {
            this.roles = roles;
        }

        @Override
        public void filter(ContainerRequestContext context) {
            boolean known = context.getSecurityContext().getUserPrincipal() != null;
            if (Arrays.stream(roles).anyMatch(context.getSecurityContext()::isUserInRole)) return;
            if (known) throw new Refusal(403, "refused.forbidden");
            if (request.getRequestURI().startsWith("/api/")) throw new Refusal(401, "refused.sign-in");
            String wanted = request.getMethod().equals("GET") ? new ReturnPath(request.getRequestURI()).value() : "/";
            context.abortWith(Response.status(303).location(URI.create(Visit.of(request).address().base() + "/login?next=" + wanted)).build());
        }
    }
}
