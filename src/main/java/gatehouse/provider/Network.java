package gatehouse.provider;

import java.time.Duration;
import java.util.Map;

import gatehouse.connection.Route;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;

/** How a provider is asked. @param deadline seconds for a whole trip */
@Embeddable
record Network(int deadline, @Embedded Route route) {

    static final Network USUAL = new Network(15, Route.USUAL);

    Duration patience() {
        return Duration.ofSeconds(deadline);
    }

    /** As its fields stand in the form. */
    Map<String, String> shown() {
        return Map.of("deadline", Integer.toString(deadline), "caCertificate", route.authorities(), "outgoingProxy", route.proxy());
    }
}
