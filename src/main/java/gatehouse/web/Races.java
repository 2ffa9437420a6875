package gatehouse.web;

import java.util.function.Supplier;

/** Two at once: the database lets one through, and the other looks again. Only our own part is tried again, never the provider's. */
public final class Races {

    private static final int TRIES = 4;

    private Races() {
    }

    /** @param work one whole transaction. @throws RuntimeException what the last try threw, when each met another */
    public static <T> T settled(Supplier<T> work) {
        for (int left = TRIES; left > 1; left--) {
            try {
                return work.get();
            } catch (RuntimeException e) {
                if (!lost(e)) throw e;
            }
        }
        return work.get();
    }

    /** Whether a constraint or a lock said no: SQLState class 23 (integrity) or 40 (rollback), H2's lock timeout, or a stale version. */
    private static boolean lost(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal) return false;
            if (cause instanceof jakarta.persistence.OptimisticLockException) return true;
            if (cause instanceof java.sql.SQLException sql && sql.getSQLState() != null
                    && (sql.getSQLState().startsWith("23") || sql.getSQLState().startsWith("40") || sql.getSQLState().equals("HYT00"))) return true;
        }
        return false;
    }
}
