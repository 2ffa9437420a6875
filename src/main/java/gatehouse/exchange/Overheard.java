package gatehouse.exchange;

import java.net.URI;
import java.util.Map;

import gatehouse.egress.Deadline;
import gatehouse.egress.Reply;
import gatehouse.tape.Tape;

/** The way out for one trial: the same connections and rules, and what is said is kept on a tape. */
final class Overheard extends Wire {

    private static final byte[] NOTHING = {};
    private final Tape tape;

    Overheard(Wire way, Tape tape) {
        super(way.outgoing());
        this.tape = tape;
    }

    @Override
    Reply get(URI uri, Map<String, String> headers, int cap, Deadline deadline) {
        return tape.heard("GET", uri, headers, NOTHING, () -> super.get(uri, headers, cap, deadline));
    }

    @Override
    Reply post(URI uri, Map<String, String> headers, byte[] body, int cap, Deadline deadline) {
        return tape.heard("POST", uri, headers, body, () -> super.post(uri, headers, body, cap, deadline));
    }
}
