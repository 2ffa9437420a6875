package gatehouse.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import javax.sql.DataSource;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * At most 8 connections beside the container's pool, with their statements prepared, for what is read at every request of every guarded service:
 * there the pool costs up to as much as the answer (docs/performance.md). Each statement is a transaction by itself, and sees what was committed before it.
 */
@ApplicationScoped
public class Wicket {

    private static final int MOST = 8;
    private static final int PATIENCE_SECONDS = 5;

    /** Makes something of one row. */
    public interface Row<T> {
        T read(ResultSet at) throws SQLException;
    }

    /** Our own, not the container's of the same name. */
    DataSource ledger = new LedgerSource();
    private final Semaphore places = new Semaphore(MOST);
    private final Deque<Clerk> idle = new ConcurrentLinkedDeque<>();
    private volatile boolean over;

    /**
     * Reads; what a connection that was kept cannot answer is asked once more on a fresh one, for the database may have been away.
     *
     * @param values for the question marks, in order: texts, numbers and instants
     * @throws SQLTransientConnectionException while no connection is to be had
     */
    public <T> List<T> ask(String sql, List<Object> values, Row<T> row) throws SQLException {
        enter();
        try {
            Clerk kept = idle.poll();
            return kept == null ? answer(hired(), sql, values, row) : orAfresh(kept, sql, values, row);
        } finally {
            places.release();
        }
    }

    private void enter() throws SQLException {
        try {
            if (!places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) throw new SQLTransientConnectionException("nobody was free for " + PATIENCE_SECONDS + " s");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLTransientConnectionException(e);
        }
    }

    private <T> List<T> orAfresh(Clerk kept, String sql, List<Object> values, Row<T> row) throws SQLException {
        try {
            return answer(kept, sql, values, row);
        } catch (SQLException stale) {
            return answer(hired(), sql, values, row);
        }
    }

    private <T> List<T> answer(Clerk clerk, String sql, List<Object> values, Row<T> row) throws SQLException {
        try {
            List<T> rows = clerk.answer(sql, values, row);
            idle.push(clerk);
            if (over) close();
            return rows;
        } catch (SQLException | RuntimeException | Error failed) {
            clerk.close();
            throw failed;
        }
    }

    private Clerk hired() throws SQLException {
        try {
            return Clerk.at(ledger.getConnection(), PATIENCE_SECONDS);
        } catch (SQLException away) {
            throw new SQLTransientConnectionException("no connection is to be had", away);
        }
    }

    /** With the application; what is being asked then is closed after its answer. */
    @PreDestroy
    void close() {
        over = true;
        for (Clerk clerk = idle.poll(); clerk != null; clerk = idle.poll()) clerk.close();
    }
}
