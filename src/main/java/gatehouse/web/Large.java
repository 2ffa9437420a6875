package gatehouse.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A {@link Given} that may be longer than 64 KB, with strings of up to a million characters: for pictures, certificates and backups. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface Large {

    /** The most, in KB. */
    int value();
}
