package gatehouse.egress;

/** A call that brought no answer that may be read. Holds our own words only, nothing that a server said. */
public final class NoAnswer extends RuntimeException {

    /** Why. */
    public enum Reason {
        /** the rules of GATEHOUSE_EGRESS forbid the address, or it is none */
        ADDRESS_REFUSED,
        UNREACHABLE,
        TOO_SLOW,
        /** something answered, but not as a web server may: a redirect, too much, compressed, or no HTTP */
        PROTOCOL
    }

    private final Reason reason;
    private final String detail;

    /** @param detail a short constant of ours, such as {@code tls} */
    NoAnswer(Reason reason, String detail) {
        super(reason + " (" + detail + ")");
        this.reason = reason;
        this.detail = detail;
    }

    public Reason reason() {
        return reason;
    }

    /** What went wrong, in one or two constant words for the log. */
    public String detail() {
        return detail;
    }
}
