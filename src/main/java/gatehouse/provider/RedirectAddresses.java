package gatehouse.provider;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The exact addresses a provider sends people back to.
 *
 * @param signIn for signing in and for a trial
 * @param bind   for binding
 */
public record RedirectAddresses(String signIn, String bind) {

    private static final String CALLBACK = "/api/auth/sso_callback";

    /** @param base the public address, without a slash at its end */
    static RedirectAddresses of(Provider provider, String base, boolean compatibility) {
        return switch (provider.redirectStyle()) {
            case FIXED -> both(provider.redirectUrl());
            case OWN -> both(base + CALLBACK + "/" + provider.slug());
            case ALIST -> alist(provider, base, compatibility);
        };
    }

    private static RedirectAddresses alist(Provider provider, String base, boolean compatibility) {
        String api = base + "/api/auth/";
        if (!compatibility) return new RedirectAddresses(base + CALLBACK + "?method=sso_get_token", base + CALLBACK + "?method=get_sso_id");
        return provider.takesOneAddress() ? both(api + "sso_get_token") : new RedirectAddresses(api + "sso_get_token", api + "get_sso_id");
    }

    private static RedirectAddresses both(String address) {
        return new RedirectAddresses(address, address);
    }

    /** What to copy into the provider's console, each once. */
    public List<String> toCopy() {
        Set<String> once = new LinkedHashSet<>(List.of(signIn, bind));
        return List.copyOf(once);
    }
}
