package gatehouse.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

import gatehouse.config.Config;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class SilenceTest {

    private static final String URL = "jdbc:postgresql://db.example:5432/gatehouse";

    private static Dialects at(String url) {
        Map<String, String> settings = Map.of("gatehouse.db.url", url, "gatehouse.db.user", "gatehouse");
        return Dialects.of(new Config(name -> Optional.ofNullable(settings.get(name))));
    }

    private static PGSimpleDataSource postgresql(DataSource source) {
        return (PGSimpleDataSource) source;
    }

    @Test
    void a_postgresql_that_falls_silent_is_given_up_after_a_minute() throws SQLException {
        PGSimpleDataSource source = postgresql(at(URL).source());
        assertEquals(60, source.getSocketTimeout());
        assertEquals(2, source.getConnectTimeout());
        assertTrue(source.getTcpKeepAlive());
        assertEquals("gatehouse", source.getUser());
    }

    @Test
    void a_migration_takes_as_long_as_it_takes() throws SQLException {
        assertEquals(0, postgresql(at(URL).patient()).getSocketTimeout());
    }

    @Test
    void what_the_address_says_wins() throws SQLException {
        PGSimpleDataSource source = postgresql(at(URL + "?socketTimeout=7&connectTimeout=9&tcpKeepAlive=false").source());
        assertEquals("7 9 false", source.getSocketTimeout() + " " + source.getConnectTimeout() + " " + source.getTcpKeepAlive());
        assertEquals(7, postgresql(at(URL + "?socketTimeout=7").patient()).getSocketTimeout());
        assertEquals(0, postgresql(at(URL + "?socketTimeout=0").source()).getSocketTimeout());
    }

    @Test
    @DisplayName("an address of no database we know stops the start with a sentence")
    void an_unknown_database_is_none() {
        assertTrue(assertThrows(IllegalStateException.class, () -> at("jdbc:mysql://db.example/gatehouse")).getMessage().startsWith("GATEHOUSE_DB_URL must start with"));
    }
}
