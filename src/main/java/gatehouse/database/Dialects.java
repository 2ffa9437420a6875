package gatehouse.database;

import java.sql.SQLException;

import javax.sql.DataSource;

import org.h2.jdbcx.JdbcDataSource;
import org.hibernate.dialect.Dialect;
import org.hibernate.dialect.H2Dialect;
import org.hibernate.dialect.PostgreSQLDialect;
import org.postgresql.ds.PGSimpleDataSource;

import gatehouse.config.Config;
import gatehouse.config.DataFolder;

/** Which database it is: what Hibernate must speak, and how to reach it. Nothing is opened here. */
record Dialects(Class<? extends Dialect> dialect, Opening opening) {

    interface Opening {
        DataSource open() throws SQLException;
    }

    /** @throws IllegalStateException for an address of no database we know, in one sentence */
    static Dialects of(Config config) {
        String url = config.text("gatehouse.db.url", "");
        if (url.isEmpty()) return new Dialects(H2Dialect.class, () -> h2(config));
        if (url.startsWith("jdbc:postgresql:")) return new Dialects(PostgreSQLDialect.class, () -> postgresql(url, config));
        throw new IllegalStateException("GATEHOUSE_DB_URL must start with jdbc:postgresql: (leave it out for the embedded H2 database)");
    }

    DataSource source() throws SQLException {
        return opening.open();
    }

    private static DataSource h2(Config config) {
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL("jdbc:h2:file:" + DataFolder.make(config.data()).resolve("gatehouse") + ";WRITE_DELAY=0;LOCK_TIMEOUT=5000;QUERY_CACHE_SIZE=128");
        h2.setUser("sa");
        h2.setPassword("");
        return h2;
    }

    private static DataSource postgresql(String url, Config config) {
        PGSimpleDataSource postgresql = new PGSimpleDataSource();
        postgresql.setUrl(url);
        config.find("gatehouse.db.user").ifPresent(postgresql::setUser);
        config.find("gatehouse.db.password").ifPresent(postgresql::setPassword);
        if (!url.contains("connectTimeout")) postgresql.setConnectTimeout(2);
        if (!url.contains("tcpKeepAlive")) postgresql.setTcpKeepAlive(true);
        return postgresql;
    }
}
