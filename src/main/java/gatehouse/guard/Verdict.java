package gatehouse.guard;

import java.util.Optional;

/**
 * What is said to a question.
 *
 * @param path        where the request goes, base path in front if the service wants it so
 * @param destination likewise
 * @param refusal     the message key of why not; empty when it may pass
 */
record Verdict(RequestPath path, Optional<RequestPath> destination, String refusal) {

    static Verdict pass(Question question) {
        return new Verdict(question.path(), question.destination(), "");
    }

    static Verdict refused(String key) {
        return new Verdict(RequestPath.ROOT, Optional.empty(), key);
    }

    boolean passes() {
        return refusal.isEmpty();
    }
}
