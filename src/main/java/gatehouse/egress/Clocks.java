package gatehouse.egress;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How far the clocks of other servers are from ours, by the Date of their last answer to a POST (RFC 9110 section 6.6.1), which no cache
 * gives; of the last 100 of them.
 */
final class Clocks {

    private static final int MOST = 100;
    private final Map<String, Duration> ahead = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Duration> eldest) {
            return size() > MOST;
        }
    };

    /** @param date as sent; what is no date says nothing */
    void note(String host, String date, Instant now) {
        try {
            keep(host, Duration.between(now, ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)));
        } catch (DateTimeParseException unsaid) {
            forget(host);
        }
    }

    private synchronized void keep(String host, Duration there) {
        ahead.put(host, there);
    }

    private synchronized void forget(String host) {
        ahead.remove(host);
    }

    synchronized Map<String, Duration> ahead() {
        return Map.copyOf(ahead);
    }
}
