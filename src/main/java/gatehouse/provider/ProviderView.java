package gatehouse.provider;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A provider as its pages show it. */
final class ProviderView {

    private ProviderView() {
    }

    static Map<String, Object> head(Provider provider) {
        return Map.of("slug", provider.slug(), "name", provider.name(), "enabled", provider.enabled(), "secretSaved", provider.secretSaved(),
                "icon", provider.icon());
    }

    /** @param bound how many people are bound to it */
    static Map<String, Object> row(Provider provider, long bound) {
        return Map.of("slug", provider.slug(), "name", provider.name(), "enabled", provider.enabled(), "secretSaved", provider.secretSaved(),
                "protocol", provider.destination().protocol().name(), "host", provider.destination().host(), "bound", bound, "icon", provider.icon());
    }

    /** The addresses to copy, of every style; the page shows those of the style that is chosen. */
    static List<Map<String, String>> addresses(Provider provider, String base, boolean compatibility) {
        List<Map<String, String>> all = new ArrayList<>();
        for (RedirectStyle style : RedirectStyle.values()) {
            RedirectAddresses there = RedirectAddresses.of(style, provider, base, compatibility);
            all.add(address(style, there.one() ? "ALL" : "SIGN_IN", there.signIn()));
            if (!there.one()) all.add(address(style, "BIND", there.bind()));
        }
        return all;
    }

    private static Map<String, String> address(RedirectStyle style, String use, String url) {
        return Map.of("style", style.name(), "use", use, "url", url);
    }
}
