package gatehouse.database;

import javax.naming.InitialContext;
import javax.naming.NamingException;

import jakarta.transaction.TransactionManager;
import jakarta.transaction.UserTransaction;

import org.hibernate.engine.transaction.jta.platform.internal.AbstractJtaPlatform;
import org.hibernate.engine.transaction.jta.platform.spi.JtaPlatform;
import org.hibernate.engine.transaction.jta.platform.spi.JtaPlatformProvider;

/** Tells Hibernate where Payara keeps its transaction manager; WildFly tells it itself. */
public class PortableJta implements JtaPlatformProvider {

    private static final String MANAGER = "java:appserver/TransactionManager";

    @Override
    public JtaPlatform getProvidedJtaPlatform() {
        try {
            new InitialContext().lookup(MANAGER);
            return new Payara();
        } catch (NamingException notPayara) {
            return null;
        }
    }

    /** Public with a public constructor, because Hibernate makes it. */
    public static class Payara extends AbstractJtaPlatform {

        @Override
        protected TransactionManager locateTransactionManager() {
            return (TransactionManager) jndiService().locate(MANAGER);
        }

        @Override
        protected UserTransaction locateUserTransaction() {
            return (UserTransaction) jndiService().locate("java:comp/UserTransaction");
        }
    }
}
