package gatehouse.provider;

import java.util.List;

import gatehouse.account.Accounts;
import gatehouse.web.Races;
import gatehouse.web.Visit;
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

    void enable(String slug, Visit.Me by) {
        settled(() -> providers.enable(slug, true, by));
    }

    void move(String slug, int steps, Visit.Me by) {
        settled(() -> providers.move(slug, steps, by));
    }

    /** Whom it would concern if it were no way in any more. */
    Stakes stakes(String slug) {
        Provider provider = providers.named(slug);
        long stranded = entrances.stranded(provider);
        return new Stakes(provider, accounts.boundAt(provider.id()), stranded, stranded == 0 ? List.of() : entrances.firstStranded(provider, Stakes.NAMED));
    }

    /** Switches it off when nobody is bound to it, or the person who confirms it saw whom it concerns now. */
    boolean disable(Stakes stakes, String confirmed, Visit.Me by) {
        if (stakes.bound() > 0 && !stakes.confirmedBy(confirmed)) return false;
        settled(() -> providers.enable(stakes.provider().slug(), false, by));
        return true;
    }

    /** Takes it away when the person who confirms it saw whom it concerns now. */
    boolean remove(Stakes stakes, String confirmed, Visit.Me by) {
        if (!stakes.confirmedBy(confirmed)) return false;
        settled(() -> providers.delete(stakes.provider().slug(), by));
        return true;
    }

    private static void settled(Runnable work) {
        Races.settled(() -> {
            work.run();
            return true;
        });
    }
}
