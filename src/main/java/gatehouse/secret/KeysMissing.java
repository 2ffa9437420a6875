package gatehouse.secret;

/** The key ring is not there, or it is another database's. Its message names the file, and nothing of its content. */
public class KeysMissing extends RuntimeException {

    private static final long serialVersionUID = 1;

    KeysMissing(String place) {
        super("the key ring at " + place + " is missing or does not open this database; put the right one back (see GATEHOUSE_KEYS)");
    }
}
