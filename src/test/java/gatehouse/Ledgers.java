package gatehouse;

import java.lang.reflect.Field;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import javax.sql.DataSource;

import gatehouse.config.Config;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/**
 * The real ledgers on a migrated H2 database in memory: beans by their class, wired as a server does, one of each, with its
 * transactions. Time is {@link #clock}; events are kept in {@link #events}, nobody hears them.
 */
public final class Ledgers {

    public final List<Object> events = new CopyOnWriteArrayList<>();
    public final HandClock clock = new HandClock();
    private final Transactions transactions = new Transactions();
    private final Map<Class<?>, Object> beans = new HashMap<>();

    /** @param data where a key ring may lie: a temporary folder */
    public Ledgers(Path data) {
        beans.put(Clock.class, clock);
        beans.put(Config.class, new Config(name -> Optional.of(data.toString()).filter(path -> name.equals("gatehouse.data"))));
        beans.put(EntityManager.class, transactions.current());
        beans.put(DataSource.class, Memory.database());
        beans.put(Event.class, Proxy.newProxyInstance(Event.class.getClassLoader(), new Class<?>[]{Event.class}, (proxy, method, arguments) -> {
            events.add(arguments[0]);
            return null;
        }));
    }

    /** Uses this one instead of wiring one. */
    public <T> T put(Class<T> type, T bean) {
        beans.put(type, bean);
        return bean;
    }

    public synchronized <T> T bean(Class<T> type) {
        Object known = beans.get(type);
        return type.cast(known != null ? known : wire(type, transactions.bean(type)));
    }

    private <T> T wire(Class<T> type, T bean) {
        beans.put(type, bean);
        Arrays.stream(type.getDeclaredFields()).filter(field -> field.isAnnotationPresent(Inject.class) || field.getType() == DataSource.class || field.isAnnotationPresent(PersistenceContext.class))
                .forEach(field -> set(bean, field, bean(field.getType())));
        return bean;
    }

    private static void set(Object bean, Field field, Object value) {
        try {
            field.setAccessible(true);
            field.set(bean, value);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Makes a bean forget what it remembers in that field, as another node never knew it. */
    public void forget(Class<?> type, String remembered) {
        try {
            set(bean(type), type.getDeclaredField(remembered), null);
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Work in one transaction; what it throws rolls it back. */
    public <T> T in(Supplier<T> work) {
        return transactions.in(work);
    }

    /** The one number a query counts. */
    public long count(String sql) {
        return in(() -> ((Number) bean(EntityManager.class).createNativeQuery(sql).getSingleResult()).longValue());
    }

    public int run(String sql) {
        return in(() -> bean(EntityManager.class).createNativeQuery(sql).executeUpdate());
    }
}
