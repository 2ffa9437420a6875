package gatehouse.benchmark;

import gatehouse.secret.Tokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/** So many people who are signed in, each with a session of a guarded host and an access token that the driver knows. */
record Crowd(int people) {

    static final String GUARDED = "http://files.example";
    /** Of a large crowd, the last so many were not seen for a while. */
    private static final int EARLY = 5000;
    private static final int BATCH = 5000;

    static String session(int person) {
        return Tokens.hash("session-" + person);
    }

    /** With the six characters that tell a mistyped one. */
    static String token(int person) {
        String checked = "app_" + Tokens.hash("token-" + person);
        return checked + Tokens.hash(checked).substring(0, 6);
    }

    /** How many can be asked for without a note that they were here. */
    int noted() {
        return people >= 4 * EARLY ? people - EARLY : people;
    }

    void fill(Ledger ledger) throws IOException, SQLException {
        try (Connection connection = ledger.open(); Statement statement = connection.createStatement()) {
            statement.execute("create table crowd (n integer, parent varchar(43), child varchar(43), token varchar(43), early boolean)");
            names(connection);
            statement.execute(Files.readString(Path.of("setup/benchmark/sessions.sql")).replace("${host}", GUARDED));
            statement.execute(ledger.tidied());
        }
    }

    private void names(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (PreparedStatement row = connection.prepareStatement("insert into crowd values (?, ?, ?, ?, ?)")) {
            for (int i = 0; i < people; i++) {
                row.setInt(1, i);
                row.setString(2, Tokens.hash("parent-" + i));
                row.setString(3, Tokens.hash(session(i)));
                row.setString(4, Tokens.hash(token(i)));
                row.setBoolean(5, i >= noted());
                row.addBatch();
                if (i % BATCH == BATCH - 1) row.executeBatch();
            }
            row.executeBatch();
        }
        connection.setAutoCommit(true);
    }
}
