package gatehouse.exchange;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import gatehouse.egress.NoAnswer;

/** A trip that did not end well. Holds our own words only: never a provider's text, a token, a code or a secret. */
public class ExchangeFailed extends RuntimeException {

    /** Why, with the HTTP status of the house. */
    public enum Reason {
        /** the provider answered the token call with an error code (RFC 6749 section 5.2) */
        DENIED_BY_PROVIDER(502, Blame.ANSWER),
        /** another server answered than the one that was asked (RFC 9207) */
        WRONG_ISSUER(400, Blame.NOBODY),
        /** an answer that the protocol does not know */
        PROTOCOL(502, Blame.ANSWER),
        TOO_SLOW(504, Blame.NETWORK),
        UNREACHABLE(502, Blame.NETWORK),
        ID_TOKEN(502, Blame.ANSWER),
        USER_INFO(502, Blame.ANSWER),
        /** too many trips to this provider at once */
        BUSY(503, Blame.NOBODY),
        /** the provider failed several times just now and is left alone for a moment */
        BREAKER_OPEN(503, Blame.NOBODY),
        /** the rules of GATEHOUSE_EGRESS forbid the address */
        ADDRESS_REFUSED(502, Blame.NOBODY);

        private final int status;
        private final Blame blame;

        Reason(int status, Blame blame) {
            this.status = status;
            this.blame = blame;
        }

        public int status() {
            return status;
        }

        Blame blame() {
            return blame;
        }
    }

    /** What a failure says about the network between us and the provider. */
    enum Blame { NETWORK, ANSWER, NOBODY }

    private final Reason reason;
    private final String detail;
    private final String providerCode;
    private final Duration retryAfter;
    private final transient List<Step> steps;

    private ExchangeFailed(Reason reason, String detail, String providerCode, Duration retryAfter, List<Step> steps) {
        super(reason + " (" + detail + ")");
        this.reason = reason;
        this.detail = detail;
        this.providerCode = providerCode;
        this.retryAfter = retryAfter;
        this.steps = List.copyOf(steps);
    }

    /** @param detail a short constant of ours, such as {@code nonce} */
    ExchangeFailed(Reason reason, String detail) {
        this(reason, detail, "", Duration.ZERO, List.of());
    }

    static ExchangeFailed denied(String providerCode) {
        return new ExchangeFailed(Reason.DENIED_BY_PROVIDER, "error", providerCode, Duration.ZERO, List.of());
    }

    static ExchangeFailed later(Reason reason, Duration retryAfter) {
        return new ExchangeFailed(reason, "retry", "", retryAfter, List.of());
    }

    /** The trip of a call that brought no answer. */
    static ExchangeFailed of(NoAnswer none) {
        ExchangeFailed failed = new ExchangeFailed(reason(none), none.detail());
        failed.setStackTrace(none.getStackTrace());
        return failed;
    }

    private static Reason reason(NoAnswer none) {
        return switch (none.reason()) {
            case ADDRESS_REFUSED -> Reason.ADDRESS_REFUSED;
            case UNREACHABLE -> Reason.UNREACHABLE;
            case TOO_SLOW -> Reason.TOO_SLOW;
            case PROTOCOL -> Reason.PROTOCOL;
        };
    }

    /** The same failure, known to have come after these steps. */
    ExchangeFailed after(List<Step> steps) {
        ExchangeFailed same = new ExchangeFailed(reason, detail, providerCode, retryAfter, steps);
        same.setStackTrace(getStackTrace());
        return same;
    }

    public Reason reason() {
        return reason;
    }

    /** Which check said no, in one or two constant words for the log. */
    public String detail() {
        return detail;
    }

    /** The provider's own error code, at most 64 of {@code [A-Za-z0-9_.-]}. */
    public Optional<String> providerCode() {
        return Optional.of(providerCode).filter(code -> !code.isEmpty());
    }

    /** Seconds after which another try makes sense; 0 when nobody knows. */
    public long retryAfter() {
        return retryAfter.plusMillis(999).toSeconds();
    }

    /** What was done before it failed, the failed step last. */
    public List<Step> steps() {
        return steps;
    }
}
