package gatehouse.status;

import java.util.List;

import gatehouse.attempt.Attempts;
import gatehouse.session.Sessions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** How much is going on: trips under way, people signed in, memory. */
@ApplicationScoped
public class LoadCheck implements Check {

    private static final long MANY = 50_000;
    private static final double FULL = 0.9;

    @Inject
    Attempts attempts;
    @Inject
    Sessions sessions;

    @Override
    public List<Finding> look() {
        Runtime machine = Runtime.getRuntime();
        return List.of(Finding.good("load", "status.sessions", sessions.live()), trips(attempts.count()),
                memory(machine.totalMemory() - machine.freeMemory(), machine.maxMemory()));
    }

    static Finding trips(long underWay) {
        return underWay > MANY ? Finding.warn("load", "status.attempts.many", underWay) : Finding.good("load", "status.attempts", underWay);
    }

    static Finding memory(long used, long most) {
        if (used > FULL * most) return Finding.warn("load", "status.memory.full", Size.of(used), Size.of(most));
        return Finding.good("load", "status.memory", Size.of(used), Size.of(most));
    }
}
