package gatehouse.guard;

import java.util.List;
import java.util.Set;

/**
 * A guarded service, as it is read at a check.
 *
 * @param prefix  the path it lies at; everything below it belongs to the service
 * @param roles   the names of those that may enter, in the mode of that name
 * @param open    paths below the prefix that anybody may read (GET and HEAD), with all below them
 * @param signIn  the address where people sign in; empty when none is known
 * @param inner   the scheme by which the proxy speaks to the service: http or https
 */
record Post(long id, String name, String origin, RequestPath prefix, Mode mode, Set<String> roles, List<RequestPath> open, Confinement confinement,
            String signIn, String inner) {

    boolean holds(String asked, RequestPath path) {
        return origin.equals(asked) && path.within(prefix);
    }

    /** A destination as the service behind takes it: RFC 4918 wants an address, and the service knows its own scheme and its people's host. */
    String inside(RequestPath destination) {
        return inner + origin.substring(origin.indexOf("://")) + destination.encoded();
    }

    /** Whether people sign in on the very host that is guarded, so that their cookie is there. */
    boolean atHome() {
        return origin.equals(signIn);
    }

    /** Looking at an open path needs nobody; where bits count, what begins with a dot stays hidden, unless the open path itself names it. */
    boolean opens(Question question) {
        RequestPath path = question.path().without(prefix);
        return question.looks() && open.stream().anyMatch(one -> path.within(one) && !(mode.countsBits() && path.without(one).hidden()));
    }
}
