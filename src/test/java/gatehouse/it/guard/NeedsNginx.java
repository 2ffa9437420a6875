package gatehouse.it.guard;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** On an IT class: skipped, with one line that says so, where no nginx is installed; run and so failed there with -Dgatehouse.nginx=required. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsNginx.Condition.class)
@interface NeedsNginx {

    /** Looks once for it. */
    final class Condition implements ExecutionCondition {

        private static final AtomicBoolean SAID = new AtomicBoolean();

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            if (Nginx.installed()) return ConditionEvaluationResult.enabled("nginx is installed");
            if ("required".equals(System.getProperty("gatehouse.nginx"))) throw new IllegalStateException(missing());
            if (!SAID.getAndSet(true)) System.out.println("Tests behind nginx are skipped: " + missing());
            return ConditionEvaluationResult.disabled(missing());
        }

        private static String missing() {
            return "no " + Nginx.BINARY + " (NGINX may name another)";
        }
    }
}
