package gatehouse.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A sensitive action: needs a sign-in at most 15 minutes old, else the person signs in again and comes back to {@code back}, or to the page that
 * the form names as {@code to}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Fresh {

    /** The page, a path of ours, from which the action can be done again; {@code {id}} in it is the action's own path parameter. */
    String back();
}
