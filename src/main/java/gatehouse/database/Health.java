package gatehouse.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;

import javax.sql.DataSource;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;

/** Feels the database's pulse: one question, and how long the answer took. */
@ApplicationScoped
public class Health {

    @Resource(lookup = "java:app/jdbc/gatehouse")
    DataSource database;

    /**
     * What the database says of itself.
     *
     * @param product such as {@code PostgreSQL 16}: no more than the main version
     * @param ahead   how far its clock is before ours; negative when it is behind
     */
    public record Reading(String product, Duration took, Duration ahead) {

        public boolean embedded() {
            return product.startsWith("H2 ");
        }
    }

    /** @throws IllegalStateException when it does not answer */
    public Reading read() {
        long start = System.nanoTime();
        Instant before = Instant.now();
        try (Connection connection = database.getConnection(); Statement question = connection.createStatement();
             ResultSet answer = question.executeQuery("select current_timestamp")) {
            answer.next();
            Instant there = answer.getObject(1, OffsetDateTime.class).toInstant();
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            String product = connection.getMetaData().getDatabaseProductName() + " " + connection.getMetaData().getDatabaseMajorVersion();
            return new Reading(product, took, Duration.between(before.plus(took.dividedBy(2)), there));
        } catch (SQLException silent) {
            throw new IllegalStateException("the database does not answer", silent);
        }
    }
}
