package gatehouse.provider;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import gatehouse.mapping.MappingType;
import gatehouse.web.Messages;

/** A provider as its pages show it. */
public final class ProviderView {

    private ProviderView() {
    }

    /** {@code ownIcon}: whether its icon is more than its preset's mark. */
    public static Map<String, Object> head(Provider provider) {
        return Map.of("slug", provider.slug(), "name", provider.name(), "enabled", provider.enabled(), "secretSaved", provider.secretSaved(),
                "icon", provider.icon(), "ownIcon", provider.icon().startsWith("/icons/"));
    }

    /** @param bound how many people are bound to it, counted to one more than a thousand */
    static Map<String, Object> row(Provider provider, long bound, SecretLife secret, Messages messages) {
        return Map.of("slug", provider.slug(), "name", provider.name(), "enabled", provider.enabled(), "secretSaved", provider.secretSaved(),
                "protocol", provider.destination().protocol().name(), "host", provider.destination().host(), "bound", bound, "icon", provider.icon(),
                "reads", reads(provider, messages), "secret", secret.fine() ? "" : messages.say(secret.words().key(), secret.days()));
    }

    /** How its answers are read, in few words: as a well-known provider's, or by rules of its own. */
    private static String reads(Provider provider, Messages messages) {
        MappingType type = provider.mapping().type();
        Optional<Preset> preset = Presets.named(provider.origin().preset()).filter(picked -> type == MappingType.PRESET);
        return preset.map(Preset::name).orElseGet(() -> messages.say("provider.mapping-type." + type));
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
