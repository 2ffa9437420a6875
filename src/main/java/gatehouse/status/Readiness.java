package gatehouse.status;

import gatehouse.account.Accounts;
import gatehouse.secret.Keys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Whether the house can work: it is open, the keys fit, and the database answers. */
@ApplicationScoped
public class Readiness {

    @Inject
    Upkeep upkeep;
    @Inject
    Keys keys;
    @Inject
    Accounts accounts;

    boolean ready() {
        try {
            if (!upkeep.isOpen()) return false;
            keys.ring();
            accounts.find(0);
            return true;
        } catch (RuntimeException databaseOrKeysMissing) {
            return false;
        }
    }
}
