package gatehouse.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WicketTest {

    private final Queue<Connection> opened = new ConcurrentLinkedQueue<>();
    private final Wicket wicket = new Wicket();
    private Connection others;

    @BeforeEach
    void open() throws SQLException {
        others = DriverManager.getConnection("jdbc:h2:mem:wicket");
        change("create table visitor (name varchar(20), there boolean)");
        change("insert into visitor values ('ann', true), ('bob', true)");
        wicket.ledger = source(this::fresh);
    }

    private static DataSource source(Callable<Connection> door) {
        return (DataSource) Proxy.newProxyInstance(DataSource.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> door.call());
    }

    @AfterEach
    void close() throws SQLException {
        wicket.close();
        others.close();
    }

    private void change(String sql) throws SQLException {
        try (Statement statement = others.createStatement()) {
            statement.execute(sql);
        }
    }

    private Connection fresh() throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:h2:mem:wicket");
        opened.add(connection);
        return connection;
    }

    private List<String> there() throws SQLException {
        return wicket.ask("select name from visitor where there = ? order by name", List.of(true), row -> row.getString(1));
    }

    @Test
    void one_connection_is_kept_and_sees_what_others_have_just_committed() throws SQLException {
        assertEquals(List.of("ann", "bob"), there());
        change("update visitor set there = false where name = 'ann'");
        assertEquals(List.of("bob"), there());
        assertEquals(1, opened.size());
    }

    @Test
    void a_connection_that_died_meanwhile_is_replaced_and_nobody_notices() throws SQLException {
        there();
        opened.element().close();
        assertEquals(List.of("ann", "bob"), there());
        assertEquals(List.of("ann", "bob"), there());
        assertEquals(2, opened.size());
    }

    @Test
    void while_no_connection_is_to_be_had_it_says_so_and_afterwards_it_works() throws SQLException {
        wicket.ledger = source(() -> {
            throw new SQLException("away");
        });
        assertThrows(SQLTransientConnectionException.class, this::there);
        wicket.ledger = source(this::fresh);
        assertEquals(List.of("ann", "bob"), there());
    }

    @Test
    void a_failed_statement_closes_its_connection_and_gives_the_place_back() throws SQLException {
        for (int i = 0; i < 20; i++) assertThrows(SQLException.class, () -> wicket.ask("select nothing from nowhere", List.of(), row -> row.getString(1)));
        for (Connection one : opened) assertTrue(one.isClosed());
        assertEquals(List.of("ann", "bob"), there());
    }

    @Test
    void eight_ask_at_once_and_the_ninth_waits_for_one_of_them() throws Exception {
        CountDownLatch inside = new CountDownLatch(8);
        CountDownLatch leave = new CountDownLatch(1);
        ExecutorService crowd = Executors.newFixedThreadPool(9);
        try {
            Callable<List<String>> slow = () -> wicket.ask("select name from visitor where name = ?", List.of("ann"), row -> {
                inside.countDown();
                await(leave);
                return row.getString(1);
            });
            for (int i = 0; i < 8; i++) crowd.submit(slow);
            inside.await();
            var ninth = crowd.submit(this::there);
            leave.countDown();
            assertEquals(List.of("ann", "bob"), ninth.get());
            assertEquals(8, opened.size());
        } finally {
            crowd.shutdownNow();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void with_the_application_all_of_them_are_closed() throws SQLException {
        there();
        wicket.close();
        assertTrue(opened.element().isClosed());
    }

    @Test
    void what_is_being_asked_when_the_application_ends_is_closed_after_its_answer() throws SQLException {
        wicket.ask("select name from visitor where name = ?", List.of("ann"), row -> {
            wicket.close();
            return row.getString(1);
        });
        assertTrue(opened.element().isClosed());
    }

    @Test
    void a_database_that_falls_silent_is_waited_for_five_seconds_and_no_longer() throws SQLException {
        List<Object> waits = new ArrayList<>();
        wicket.ledger = source(() -> heard(fresh(), waits));
        there();
        there();
        assertEquals(List.of(5000), waits);
    }

    /** The connection, and what it is told of its time. */
    private static Connection heard(Connection real, List<Object> waits) {
        return (Connection) Proxy.newProxyInstance(Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
            if (method.getName().equals("setNetworkTimeout")) waits.add(arguments[1]);
            return method.invoke(real, arguments);
        });
    }
}
