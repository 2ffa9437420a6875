package gatehouse.web;

/**
 * Somebody got a page or an answer that says no; heard by the audit log and the counters.
 *
 * @param key    of the refusal, one of a closed list
 * @param reason the same with our own words of why, for the log
 */
public record Refused(String key, String reason, int status) {

    static Refused of(Refusal refusal) {
        return new Refused(refusal.key(), refusal.forTheLog(), refusal.status());
    }
}
