package gatehouse.provider;

import gatehouse.account.Accounts;
import gatehouse.web.Races;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Switches providers on and off, puts them in order, and takes them away. */
@ApplicationScoped
public class ArrangeProviders {

    @Inject
    Providers providers;
    @Inject
    Accounts accounts;
    @Inject
    Entrances entrances;

    void enable(String slug, boolean on) {
        settled(() -> providers.enable(slug, on));
    }

    void move(String slug, int by) {
        settled(() -> providers.move(slug, by));
    }

    /** What taking it away would touch. */
    Removal removal(String slug) {
        Provider provider = providers.named(slug);
        return new Removal(provider, accounts.boundAt(provider.id()), entrances.stranded(provider));
    }

    /** Takes it away when the person who confirms it saw what it touches now. */
    boolean remove(Removal removal, String confirmed) {
        if (!removal.confirmedBy(confirmed)) return false;
        settled(() -> providers.delete(removal.provider().slug()));
        return true;
    }

    private static void settled(Runnable work) {
        Races.settled(() -> {
            work.run();
            return true;
        });
    }
}
