package gatehouse.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

import gatehouse.Ledgers;
import gatehouse.web.Refusal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A guarded service asks while no connection to the database is to be had. */
class DatabaseAwayTest {

    private final Ledgers ledgers;

    DatabaseAwayTest(@TempDir Path data) {
        ledgers = new Ledgers(data);
        ledgers.put(DataSource.class, (DataSource) Proxy.newProxyInstance(DataSource.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
            throw new SQLException("no connection");
        }));
    }

    @Test
    @DisplayName("P-04 nobody passes while the database is away: 503, and when to ask again; nobody is called a stranger for it")
    void nobody_passes_while_the_database_is_away() {
        Outposts outposts = ledgers.bean(Outposts.class);
        AccessTokens tokens = ledgers.bean(AccessTokens.class);
        for (Refusal refusal : new Refusal[] {assertThrows(Refusal.class, () -> outposts.find("x".repeat(43), Outposts.HERE)),
            assertThrows(Refusal.class, () -> tokens.find(TokenText.fresh()))}) {
            assertEquals(503, refusal.status());
            assertTrue(Integer.parseInt(refusal.headers().get("Retry-After")) > 0);
        }
        assertEquals(Optional.empty(), tokens.find("app_mistyped"), "that is told without asking");
    }
}
