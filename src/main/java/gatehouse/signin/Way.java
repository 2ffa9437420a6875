package gatehouse.signin;

import java.util.List;

import gatehouse.provider.Provider;

/** A provider as a button shows it; its icon is a path of ours or empty. Public, because templates read it. */
public record Way(String slug, String name, String icon) {

    /** As the buttons stand, in this order. */
    public static List<Way> of(List<Provider> providers) {
        return providers.stream().map(provider -> new Way(provider.slug(), provider.name(), provider.icon())).toList();
    }
}
