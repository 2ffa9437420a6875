package gatehouse.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gatehouse.config.Config;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DialectsTest {

    private static final long MIB = 1024 * 1024;

    @TempDir
    Path data;

    @Test
    void h2_keeps_an_eighth_of_the_heap_within_bounds() {
        assertEquals(16 * 1024, Dialects.pages(64 * MIB));
        assertEquals(32 * 1024, Dialects.pages(256 * MIB));
        assertEquals(128 * 1024, Dialects.pages(1024 * MIB));
        assertEquals(256 * 1024, Dialects.pages(64 * 1024 * MIB));
        assertEquals(256 * 1024, Dialects.pages(Long.MAX_VALUE));
    }

    @Test
    void h2_takes_what_it_is_told() throws SQLException {
        Config config = new Config(name -> Optional.ofNullable(Map.of("gatehouse.data", data.toString()).get(name)));
        try (Connection connection = Dialects.of(config).source().getConnection();
                ResultSet kept = connection.createStatement().executeQuery("select setting_value from information_schema.settings where setting_name = 'CACHE_SIZE'")) {
            assertTrue(kept.next());
            assertEquals(Dialects.pages(Runtime.getRuntime().maxMemory()), kept.getLong(1));
        }
    }
}
