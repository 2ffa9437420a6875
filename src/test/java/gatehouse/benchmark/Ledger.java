package gatehouse.benchmark;

import gatehouse.database.Migrations;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/** The database of the server under test; the driver fills it before the server starts. */
interface Ledger {

    DataSource source();

    /** How the server is told of it. */
    Map<String, String> settings();

    /** Its processes; none when it works inside the server. */
    Optional<ProcessTree> tree() throws IOException;

    /** What tidies it after it was filled. */
    String tidied();

    /** What stands before a statement to be explained. */
    String explain();

    /** In the shape of this version. */
    default Connection open() throws SQLException {
        return Migrations.run(source()).getConnection();
    }
}
