package gatehouse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;

import gatehouse.database.Migrations;
import jakarta.persistence.EntityManagerFactory;
import org.h2.jdbcx.JdbcConnectionPool;
import org.hibernate.jpa.HibernatePersistenceProvider;

/** One migrated H2 database in memory for all tests of a run, as good as new whenever it is asked for; opening one takes two seconds. */
final class Memory {

    private static final JdbcConnectionPool DATABASE = JdbcConnectionPool.create("jdbc:h2:mem:ledgers;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=5000", "sa", "");
    private static EntityManagerFactory factory;

    private Memory() {
    }

    static DataSource database() {
        return DATABASE;
    }

    static synchronized EntityManagerFactory asNew() {
        try {
            if (factory == null) factory = open();
            else wipe();
            return factory;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static EntityManagerFactory open() throws SQLException {
        // each wicket keeps what it opened
        DATABASE.setMaxConnections(1000);
        NoSettings.install();
        return new HibernatePersistenceProvider().createEntityManagerFactory("gatehouse", Map.of("jakarta.persistence.transactionType", "RESOURCE_LOCAL",
                "jakarta.persistence.nonJtaDataSource", Migrations.run(DATABASE), "hibernate.dialect", "org.hibernate.dialect.H2Dialect",
                "hibernate.hbm2ddl.auto", "validate", "hibernate.boot.allow_jdbc_metadata_access", "true"));
    }

    private static void wipe() throws SQLException {
        try (Connection connection = DATABASE.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("set referential_integrity false");
            for (String table : tables(statement)) statement.execute("truncate table \"" + table + "\" restart identity");
            statement.execute("set referential_integrity true");
            for (String row : firstRows()) statement.execute(row);
        }
    }

    private static List<String> tables(Statement statement) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet names = statement.executeQuery("select table_name from information_schema.tables where table_schema = 'PUBLIC'"
                + " and table_name <> 'flyway_schema_history'")) {
            while (names.next()) tables.add(names.getString(1));
        }
        return tables;
    }

    /** What the migrations put in. */
    private static List<String> firstRows() {
        try (Stream<Path> migrations = Files.list(Path.of("src/main/resources/db/migration"))) {
            return migrations.sorted().flatMap(Memory::lines).filter(line -> line.startsWith("insert into ")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> lines(Path migration) {
        try {
            return Files.readAllLines(migration).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
