package gatehouse.signin;

import java.util.List;

import gatehouse.provider.Provider;

/** A provider as a button shows it. Public, because templates read it. */
public record Way(String slug, String name) {

    static List<Way> of(List<Provider> providers) {
        return providers.stream().map(provider -> new Way(provider.slug(), provider.name())).toList();
    }
}
