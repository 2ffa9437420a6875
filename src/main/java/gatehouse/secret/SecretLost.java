package gatehouse.secret;

/** A sealed value cannot be opened: another key ring, another row, or a changed bit. Says nothing of the value or the cause. */
public class SecretLost extends RuntimeException {

    SecretLost() {
        super("a sealed value cannot be opened with this key ring", null, false, true);
    }
}
