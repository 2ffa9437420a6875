package gatehouse.database;

import java.nio.file.Path;
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

    /** For how many seconds a database may be silent while an answer is waited for; to delete the provider of a million people takes half of it. */
    static final int SILENCE = 60;
    private static final long FEWEST_PAGES = 16 * 1024;
    private static final long MOST_PAGES = 256 * 1024;

    interface Opening {

        /** @param silence seconds until it is given up; 0: never */
        DataSource open(int silence) throws SQLException;
    }

    /** @throws IllegalStateException for an address of no database we know, in one sentence */
    static Dialects of(Config config) {
        String url = config.text("gatehouse.db.url", "");
        if (url.isEmpty()) return new Dialects(H2Dialect.class, silence -> h2(config));
        if (url.startsWith("jdbc:postgresql:")) return new Dialects(PostgreSQLDialect.class, silence -> postgresql(url, config, silence));
        throw new IllegalStateException("GATEHOUSE_DB_URL must start with jdbc:postgresql: (leave it out for the embedded H2 database)");
    }

    /** A silent network is given up after {@link #SILENCE}, unless the address says otherwise. */
    DataSource source() throws SQLException {
        return opening.open(SILENCE);
    }

    /** For migrations, which take as long as they take. */
    DataSource patient() throws SQLException {
        return opening.open(0);
    }

    private static DataSource h2(Config config) {
        Path data = DataFolder.make(config.data());
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL("jdbc:h2:file:" + data.resolve("gatehouse") + ";WRITE_DELAY=0;LOCK_TIMEOUT=5000;QUERY_CACHE_SIZE=128;CACHE_SIZE="
                + pages(data.resolve("gatehouse.mv.db").toFile().length(), Runtime.getRuntime().maxMemory()));
        h2.setUser("sa");
        h2.setPassword("");
        return h2;
    }

    /**
     * How many KiB of pages H2 keeps in memory: as many as the file has at the start, but no more than an eighth of the heap, from 16 MiB, H2's own measure, to
     * 256 MiB. With 16, a hundred thousand sessions are read from the file again and again (docs/performance.md); more than the file would fill with what is over.
     */
    static long pages(long file, long heap) {
        return Math.max(FEWEST_PAGES, Math.min(MOST_PAGES, Math.min(file, heap / 8) / 1024));
    }

    private static DataSource postgresql(String url, Config config, int silence) {
        PGSimpleDataSource postgresql = new PGSimpleDataSource();
        postgresql.setUrl(url);
        config.find("gatehouse.db.user").ifPresent(postgresql::setUser);
        config.find("gatehouse.db.password").ifPresent(postgresql::setPassword);
        if (!url.contains("connectTimeout")) postgresql.setConnectTimeout(2);
        if (!url.contains("socketTimeout")) postgresql.setSocketTimeout(silence);
        if (!url.contains("tcpKeepAlive")) postgresql.setTcpKeepAlive(true);
        return postgresql;
    }
}
