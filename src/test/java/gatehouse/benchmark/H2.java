package gatehouse.benchmark;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** The file in the data folder, where the server looks for it by itself. */
record H2(Path data) implements Ledger {

    @Override
    public DataSource source() {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:file:" + data.resolve("gatehouse"));
        source.setUser("sa");
        source.setPassword("");
        return source;
    }

    @Override
    public Map<String, String> settings() {
        return Map.of();
    }

    @Override
    public Optional<ProcessTree> tree() {
        return Optional.empty();
    }

    @Override
    public String tidied() {
        return "analyze";
    }

    @Override
    public String explain() {
        return "explain ";
    }
}
