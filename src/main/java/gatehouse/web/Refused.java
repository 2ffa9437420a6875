package gatehouse.web;

/**
 * Somebody got a page or an answer that says no; heard by the audit log and the counters.
 *
 * @param key    of the refusal, one of a closed list
 * @param reason the same with our own words of why, for the log
 * @param provider the slug of the one it is about; empty for none
 */
public record Refused(String key, String reason, int status, String provider) {

    static Refused of(Refusal refusal) {
        return new Refused(refusal.key(), refusal.forTheLog(), refusal.status(), refusal.provider());
    }
}
