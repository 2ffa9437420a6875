package gatehouse.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

import gatehouse.AtOnce;
import gatehouse.Ledgers;
import gatehouse.People;
import gatehouse.account.Accounts;
import gatehouse.mapping.ExternalProfile;
import gatehouse.session.Sessions;
import gatehouse.web.Refusal;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sign-in, and an administrator who switches the person off at the same moment. */
class SwitchedOffMeanwhileTest {

    @TempDir
    Path data;

    @Test
    @DisplayName("K-09 B-18 whoever is switched off between the decision and the session gets none that lives, also when switched on again")
    void nobody_slips_in_while_switched_off() throws Exception {
        Ledgers racing = new Ledgers(data);
        AtomicReference<Runnable> meanwhile = new AtomicReference<>(() -> { });
        racing.put(Event.class, (Event<?>) Proxy.newProxyInstance(Event.class.getClassLoader(), new Class<?>[] {Event.class}, (proxy, method, arguments) -> {
            if (arguments[0] instanceof SignedIn) meanwhile.get().run();
            return null;
        }));
        People there = new People(racing);
        long acme = there.provider("acme");
        long anyi = there.account("anyi");
        there.bound(anyi, acme, "1");
        Thread disabling = new Thread(() -> racing.in(() -> {
            racing.bean(Accounts.class).locked(anyi);
            racing.bean(EntityManager.class).createNativeQuery("update account set disabled = true").executeUpdate();
            racing.bean(Sessions.class).endAll(anyi);
            return true;
        }));
        meanwhile.set(() -> {
            disabling.start();
            waitFor(disabling, 500);
        });
        ExternalProfile profile = new ExternalProfile("1", Optional.of("anyi"), Optional.empty(), false, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        racing.bean(SignIn.class).settle(acme, profile, People.outsider(acme, "1"), null, People.DEVICE);
        disabling.join();
        assertEquals(1, racing.count("select count(*) from account where disabled"));
        assertEquals(0, racing.count("select count(*) from session"));
    }

    /** Until it is done, or, when it has to wait for us, for so long. */
    private static void waitFor(Thread other, long millis) {
        try {
            other.join(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    @DisplayName("K-09 who was switched off before the account could be held is refused, and looks again")
    void switched_off_just_before_is_refused() throws Exception {
        Arrivals arrivals = new Arrivals(data);
        arrivals.people.bound(arrivals.people.account("anyi"), arrivals.github, "583231");
        List<String> ends = AtOnce.all(12, i -> () -> {
            if (i == 0) return "" + arrivals.ledgers.run("update account set disabled = true, version = version + 1");
            try {
                return arrivals.arrive("583231", "anyi", null).username();
            } catch (Refusal refusal) {
                return refusal.key();
            } catch (NoSuchElementException endedAtOnce) {
                return "refused.disabled";
            }
        });
        assertTrue(Set.of("1", "anyi", "refused.disabled").containsAll(ends), ends::toString);
        assertEquals("refused.disabled 403", arrivals.refusal("583231", null));
    }
}
