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
    void h2_keeps_its_file_in_memory_within_an_eighth_of_the_heap_and_bounds() {
        assertEquals(16 * 1024, Dialects.pages(0, 1024 * MIB));
        assertEquals(40 * 1024, Dialects.pages(40 * MIB, 1024 * MIB));
        assertEquals(16 * 1024, Dialects.pages(500 * MIB, 64 * MIB));
        assertEquals(32 * 1024, Dialects.pages(500 * MIB, 256 * MIB));
        assertEquals(128 * 1024, Dialects.pages(500 * MIB, 1024 * MIB));
        assertEquals(256 * 1024, Dialects.pages(500 * MIB, 64 * 1024 * MIB));
        assertEquals(256 * 1024, Dialects.pages(Long.MAX_VALUE, Long.MAX_VALUE));
    }

    @Test
    void h2_is_told_by_the_size_of_its_file() throws SQLException {
        assertEquals(16 * 1024, told());
        try (Connection connection = open()) {
            connection.createStatement().execute("create table bulk as select secure_rand(1000000) from system_range(1, 24)");
        }
        long file = data.resolve("gatehouse.mv.db").toFile().length();
        assertTrue(file > 20 * MIB, file + " bytes");
        assertEquals(Dialects.pages(file, Runtime.getRuntime().maxMemory()), told());
    }

    private long told() throws SQLException {
        try (Connection connection = open();
                ResultSet kept = connection.createStatement().executeQuery("select setting_value from information_schema.settings where setting_name = 'CACHE_SIZE'")) {
            assertTrue(kept.next());
            return kept.getLong(1);
        }
    }

    private Connection open() throws SQLException {
        return Dialects.of(new Config(name -> Optional.ofNullable(Map.of("gatehouse.data", data.toString()).get(name)))).source().getConnection();
    }
}
