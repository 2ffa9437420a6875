package gatehouse.it;

/** Nobody answered, or the answer broke off. */
public class Unreachable extends RuntimeException {

    Unreachable(String what, Throwable cause) {
        super(what, cause);
    }
}
