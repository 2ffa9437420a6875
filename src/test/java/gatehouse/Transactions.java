package gatehouse;

import java.lang.invoke.MethodHandles;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.dynamic.loading.ClassLoadingStrategy;
import net.bytebuddy.implementation.MethodDelegation;
import net.bytebuddy.implementation.bind.annotation.Origin;
import net.bytebuddy.implementation.bind.annotation.RuntimeType;
import net.bytebuddy.implementation.bind.annotation.SuperCall;
import net.bytebuddy.matcher.ElementMatchers;

/** What {@code @Transactional} means on a server (Jakarta Transactions 2.0, 3.7), for REQUIRED and REQUIRES_NEW, with one entity manager each. */
public final class Transactions {

    private final EntityManagerFactory factory = Memory.asNew();
    private final ThreadLocal<EntityManager> current = new ThreadLocal<>();

    /** The entity manager of the transaction that the thread is in. */
    EntityManager current() {
        return (EntityManager) Proxy.newProxyInstance(EntityManager.class.getClassLoader(), new Class<?>[]{EntityManager.class}, (proxy, method, arguments) -> {
            if (current.get() == null) throw new IllegalStateException("no transaction: " + method.getName());
            try {
                return method.invoke(current.get(), arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        });
    }

    <T> T bean(Class<T> type) {
        try {
            MethodHandles.Lookup room = MethodHandles.privateLookupIn(type, MethodHandles.lookup());
            Class<? extends T> proxied = new ByteBuddy().subclass(type)
                    .method(ElementMatchers.not(ElementMatchers.isDeclaredBy(Object.class)).and(ElementMatchers.not(ElementMatchers.isPrivate())))
                    .intercept(MethodDelegation.to(this)).make().load(type.getClassLoader(), ClassLoadingStrategy.UsingLookup.of(room)).getLoaded();
            var constructor = proxied.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " cannot be made", e);
        }
    }

    /** Called by every method of a bean. */
    @RuntimeType
    public Object call(@SuperCall Callable<Object> work, @Origin Method method) throws Exception {
        Transactional onMethod = method.getAnnotation(Transactional.class);
        Transactional wanted = onMethod != null ? onMethod : method.getDeclaringClass().getAnnotation(Transactional.class);
        if (wanted == null) return work.call();
        boolean joins = wanted.value() != TxType.REQUIRES_NEW && current.get() != null;
        return joins ? marked(work, wanted) : fresh(() -> marked(work, wanted));
    }

    private Object marked(Callable<Object> work, Transactional wanted) throws Exception {
        try {
            return work.call();
        } catch (RuntimeException e) {
            if (Arrays.stream(wanted.dontRollbackOn()).noneMatch(type -> type.isInstance(e))) current.get().getTransaction().setRollbackOnly();
            throw e;
        }
    }

    private Object fresh(Callable<Object> work) throws Exception {
        EntityManager outer = current.get();
        try (EntityManager inner = factory.createEntityManager()) {
            current.set(inner);
            inner.getTransaction().begin();
            try {
                return work.call();
            } finally {
                end(inner);
            }
        } finally {
            current.set(outer);
        }
    }

    private static void end(EntityManager manager) {
        if (manager.getTransaction().getRollbackOnly()) manager.getTransaction().rollback();
        else manager.getTransaction().commit();
    }

    <T> T in(Supplier<T> work) {
        try {
            @SuppressWarnings("unchecked")
            T result = (T) fresh(() -> {
                try {
                    return work.get();
                } catch (RuntimeException e) {
                    current.get().getTransaction().setRollbackOnly();
                    throw e;
                }
            });
            return result;
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
