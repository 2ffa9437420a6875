package gatehouse.provider;

import java.util.List;

import gatehouse.setting.MovedAddress;
import gatehouse.setting.RedirectBook;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The redirect addresses as they stand in the providers' consoles. */
@ApplicationScoped
public class RegisteredAddresses implements RedirectBook {

    @Inject
    Providers providers;

    @Override
    public List<MovedAddress> moved(String base, boolean compatibility) {
        return providers.all().stream()
                .map(provider -> new MovedAddress(provider.name(), copied(provider, base, !compatibility), copied(provider, base, compatibility)))
                .filter(address -> !address.before().equals(address.after())).toList();
    }

    private static List<String> copied(Provider provider, String base, boolean compatibility) {
        return provider.redirects(base, compatibility).toCopy();
    }
}
