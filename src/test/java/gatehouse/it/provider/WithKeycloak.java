package gatehouse.it.provider;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** On an IT class: test methods may ask for a {@link Keycloak}, which starts at the first one's wish and stops when all tests are over. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(WithKeycloak.Starter.class)
public @interface WithKeycloak {

    /** Keeps the one Keycloak in JUnit's root store, which closes it. */
    final class Starter implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Keycloak.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot().getStore(ExtensionContext.Namespace.GLOBAL).getOrComputeIfAbsent(Keycloak.class, type -> started(), Keycloak.class);
        }

        private static Keycloak started() {
            try {
                return new Keycloak();
            } catch (Exception e) {
                throw new IllegalStateException("no Keycloak", e);
            }
        }
    }
}
