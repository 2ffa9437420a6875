package gatehouse.it;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** On an IT class: skipped, with one line that says so, where no Chromium is installed; run and so failed there with -Dgatehouse.browser=required. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsChromium.Condition.class)
public @interface NeedsChromium {

    /** Looks once for the browser and its driver. */
    final class Condition implements ExecutionCondition {

        private static final AtomicBoolean SAID = new AtomicBoolean();

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            if (Chromium.Installed.both()) return ConditionEvaluationResult.enabled("Chromium is installed");
            if ("required".equals(System.getProperty("gatehouse.browser"))) throw new IllegalStateException(missing());
            if (!SAID.getAndSet(true)) System.out.println("Browser tests are skipped: " + missing());
            return ConditionEvaluationResult.disabled(missing());
        }

        private static String missing() {
            return "no " + Chromium.Installed.BROWSER + " with " + Chromium.Installed.DRIVER + " (CHROMIUM and CHROMEDRIVER may name others)";
        }
    }
}
