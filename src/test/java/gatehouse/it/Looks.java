package gatehouse.it;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/** On an IT class: asks what a browser makes of pages, which is the same whichever server sends them; so the build asks on one (docs/decisions/0005). */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("looks")
@Needs({"chromium", "chromedriver"})
public @interface Looks {
}
