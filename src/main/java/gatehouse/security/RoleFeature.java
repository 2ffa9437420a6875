package gatehouse.security;

import java.util.Optional;

import gatehouse.session.CurrentAccount;
import gatehouse.web.Fresh;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.ext.Provider;

/**
 * Puts a {@link Gate} before every page and resource that asks for a role, alike on both servers. Early, because Payara
 * checks roles too, and answers strangers with a page of its own.
 */
@Provider
@ApplicationScoped
public class RoleFeature implements DynamicFeature {

    @Inject
    HttpServletRequest request;
    @Inject
    CurrentAccount current;

    @Override
    public void configure(ResourceInfo resource, FeatureContext features) {
        RolesAllowed method = resource.getResourceMethod().getAnnotation(RolesAllowed.class);
        RolesAllowed allowed = method != null ? method : resource.getResourceClass().getAnnotation(RolesAllowed.class);
        Optional<String> back = Optional.ofNullable(resource.getResourceMethod().getAnnotation(Fresh.class)).map(Fresh::back);
        if (allowed != null) features.register(new Gate(allowed.value(), back, request, current), Priorities.AUTHENTICATION);
    }
}
