package gatehouse.it;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * On an IT class: skipped, with one line that says so, where one of these programs is not installed;
 * run and so failed there when the first of them is required: {@code -Dgatehouse.caddy=required}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(Needs.Condition.class)
public @interface Needs {

    String[] value();

    /** Looks for them. */
    final class Condition implements ExecutionCondition {

        private static final Set<String> SAID = ConcurrentHashMap.newKeySet();

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            String[] names = AnnotationSupport.findAnnotation(context.getTestClass(), Needs.class).orElseThrow().value();
            List<String> missing = Arrays.stream(names).filter(name -> new Tool(name).find().isEmpty()).toList();
            if (missing.isEmpty()) return ConditionEvaluationResult.enabled("installed");
            String words = "there is no " + String.join(", no ", missing) + " (" + missing.get(0).toUpperCase(Locale.ROOT) + " may name one)";
            if ("required".equals(System.getProperty("gatehouse." + names[0]))) throw new IllegalStateException(words);
            if (SAID.add(names[0])) System.out.println("Tests with " + names[0] + " are skipped: " + words);
            return ConditionEvaluationResult.disabled(words);
        }
    }
}
