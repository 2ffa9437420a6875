package gatehouse.provider;

import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import gatehouse.mapping.MappingType;

/**
 * The exact addresses a provider sends people back to.
 *
 * @param signIn for signing in and for a trial
 * @param bind   for binding
 */
public record RedirectAddresses(String signIn, String bind) {

    private static final String CALLBACK = "/api/auth/sso_callback";
    private static final Set<String> ENDS = Set.of(CALLBACK, "/api/auth/sso_get_token", "/api/auth/get_sso_id", "/callback");

    /** @param base the public address, without a slash at its end */
    static RedirectAddresses of(RedirectStyle style, Provider provider, String base, boolean compatibility) {
        return switch (style) {
            case FIXED -> both(provider.redirectUrl());
            case OWN -> both(base + CALLBACK + "/" + provider.slug());
            case ALIST -> alist(takesOne(provider), base, compatibility);
        };
    }

    private static RedirectAddresses alist(boolean one, String base, boolean compatibility) {
        String api = base + "/api/auth/";
        if (!compatibility) return new RedirectAddresses(base + CALLBACK + "?method=sso_get_token", base + CALLBACK + "?method=get_sso_id");
        return one ? both(api + "sso_get_token") : new RedirectAddresses(api + "sso_get_token", api + "get_sso_id");
    }

    /** GitHub and DingTalk register one address for everything. */
    private static boolean takesOne(Provider provider) {
        boolean named = provider.destination().endpoints().authorize().matches("https://(github|login\\.dingtalk)\\.com/.*");
        return named || provider.mapping().type() == MappingType.GITHUB;
    }

    private static RedirectAddresses both(String address) {
        return new RedirectAddresses(address, address);
    }

    /** An address of ours at which every trip may end, for a provider whose slug is not known yet. */
    static String usual(String base) {
        return base + CALLBACK;
    }

    /** Whether who is sent to that address comes back here. */
    static boolean leadsHere(String address, String base) {
        URI uri = URI.create(address);
        String path = uri.getRawPath();
        boolean ours = ENDS.contains(path) || path.matches(CALLBACK + "/[a-z0-9-]+");
        return ours && (uri.getScheme() + "://" + uri.getRawAuthority()).equalsIgnoreCase(base);
    }

    boolean one() {
        return signIn.equals(bind);
    }

    /** What to copy into the provider's console, each once. */
    public List<String> toCopy() {
        Set<String> once = new LinkedHashSet<>(List.of(signIn, bind));
        return List.copyOf(once);
    }
}
