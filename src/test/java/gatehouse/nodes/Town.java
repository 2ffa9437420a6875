package gatehouse.nodes;

import gatehouse.benchmark.Administrator;
import gatehouse.benchmark.Postgres;
import gatehouse.it.Page;
import gatehouse.it.Visitor;
import gatehouse.it.provider.FakeProvider;
import gatehouse.it.provider.Person;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Two nodes behind one address, one database below them, and a provider beside them. */
record Town(URI house, Node a, Node b, Postgres database, FakeProvider provider) {

    static final String SLUG = "first";

    Visitor stranger() {
        return new Visitor(house);
    }

    /** The administrator, signed in anew. */
    Administrator administrator() {
        return new Administrator(house);
    }

    static Visitor at(Visitor visitor, Node node) {
        return visitor.sending("X-Node", node.name());
    }

    /** Presses the button of the provider. */
    static Page departs(Visitor visitor) {
        return visitor.submit(visitor.get("/login").form("form.ways").sentTo("/sso/" + SLUG));
    }

    /** Where the provider sends this person's browser back to; it has one person before it at a time. */
    URI agrees(Visitor visitor, Page departure, String subject) {
        synchronized (provider) {
            provider.person(Person.named(subject, subject));
            return expect(302, visitor.get(expect(303, departure).location())).location();
        }
    }

    /** A whole sign-in, by whichever node has its turn; fails when it does not end well. */
    void signIn(Visitor visitor, String subject) {
        expect(303, visitor.get(agrees(visitor, departs(visitor), subject)));
    }

    static Page expect(int status, Page page) {
        if (page.status() != status) throw new AssertionError(page.address() + " answered " + page.status() + " instead of " + status + ":\n" + page.text());
        return page;
    }

    /** One number out of the database. */
    long count(String sql) {
        try (Connection connection = database.connect(); Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    void counts(long wanted, String sql) {
        long found = count(sql);
        if (found != wanted) throw new AssertionError(found + " instead of " + wanted + ": " + sql);
    }
}
