package gatehouse.exchange;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import gatehouse.egress.Deadline;
import gatehouse.egress.Egress;
import gatehouse.egress.NoAnswer;
import gatehouse.egress.Outgoing;
import gatehouse.egress.Reply;
import gatehouse.exchange.ExchangeFailed.Reason;

/** The way out as trips take it: a call without an answer is a trip that failed. */
class Wire {

    static final int TOKEN_BYTES = 64 * 1024;
    static final int DOCUMENT_BYTES = 256 * 1024;
    static final int KEYS_BYTES = 512 * 1024;

    private final Outgoing outgoing;

    Wire(Outgoing outgoing) {
        this.outgoing = outgoing;
    }

    /** For those who look at the way itself, and not at what is said. */
    Outgoing outgoing() {
        return outgoing;
    }

    /** A GET of a public document; tried a second time when the connection failed. */
    Reply document(URI uri, int cap, Deadline deadline) {
        Map<String, String> headers = Map.of("Accept", "application/json");
        try {
            return get(uri, headers, cap, deadline);
        } catch (ExchangeFailed failed) {
            if (failed.reason() != Reason.UNREACHABLE) throw failed;
            return get(uri, headers, cap, deadline);
        }
    }

    Reply get(URI uri, Map<String, String> headers, int cap, Deadline deadline) {
        return told(() -> outgoing.get(uri, headers, cap, deadline));
    }

    Reply post(URI uri, Map<String, String> headers, byte[] body, int cap, Deadline deadline) {
        return told(() -> outgoing.post(uri, headers, body, cap, deadline));
    }

    /** As {@link Outgoing#mayName}. */
    boolean mayName(URI server, List<String> others, Deadline deadline) {
        return told(() -> outgoing.mayName(server, others, deadline));
    }

    /** @throws ExchangeFailed when the text is no http or https address */
    static URI uri(String text) {
        return told(() -> Egress.uri(text));
    }

    /** @throws ExchangeFailed instead of {@link NoAnswer} */
    static <T> T told(Supplier<T> call) {
        try {
            return call.get();
        } catch (NoAnswer none) {
            throw ExchangeFailed.of(none);
        }
    }
}
