package gatehouse.status;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Pattern;

import gatehouse.signin.SignInFailed;
import gatehouse.signin.SignedIn;
import gatehouse.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

/** Counts on this node since it started: sign-ins by provider and outcome, and what the limits turned away. Nothing of the people. */
@ApplicationScoped
public class Counters {

    /** Providers and reasons come from closed lists, so this is never met; a mistake of ours must not fill the memory. */
    private static final int MOST = 2000;
    private static final Pattern OURS = Pattern.compile("[a-z-]{1,40}");
    private final Map<SignIns, LongAdder> signIns = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> throttled = new ConcurrentHashMap<>();

    /**
     * One row of the sign-ins.
     *
     * @param way     {@code password} or {@code provider}
     * @param outcome {@code ok}, or why not: the name of the refusal
     */
    record SignIns(String way, String provider, String outcome) implements Comparable<SignIns> {

        static SignIns of(String provider, boolean password, String outcome) {
            return new SignIns(password ? "password" : "provider", provider, outcome);
        }

        @Override
        public int compareTo(SignIns other) {
            return (way + " " + provider + " " + outcome).compareTo(other.way + " " + other.provider + " " + other.outcome);
        }
    }

    void signedIn(@Observes(during = TransactionPhase.AFTER_SUCCESS) SignedIn event) {
        if (!event.again()) count(signIns, SignIns.of(event.provider(), event.provider().isEmpty(), "ok"));
    }

    void failed(@Observes SignInFailed event) {
        if (event.kind() == SignInFailed.Kind.SIGN_IN_FAILED) count(signIns, SignIns.of(event.provider(), !event.username().isEmpty(), name(event.reason())));
    }

    void refused(@Observes Refused event) {
        if (event.status() == 429) count(throttled, name(event.key()));
    }

    private static String name(String reason) {
        String name = reason.split(" ", 2)[0].replaceFirst("^[a-z]+\\.", "");
        return OURS.matcher(name).matches() ? name : "other";
    }

    private static <K> void count(Map<K, LongAdder> counters, K key) {
        if (counters.size() < MOST || counters.containsKey(key)) counters.computeIfAbsent(key, fresh -> new LongAdder()).increment();
    }

    Map<SignIns, Long> signIns() {
        return sums(signIns);
    }

    Map<String, Long> throttled() {
        return sums(throttled);
    }

    private static <K extends Comparable<K>> Map<K, Long> sums(Map<K, LongAdder> counters) {
        Map<K, Long> sums = new TreeMap<>();
        counters.forEach((key, counter) -> sums.put(key, counter.sum()));
        return sums;
    }
}
