package gatehouse.audit;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import gatehouse.Ledgers;
import gatehouse.Requests;
import gatehouse.web.Address;
import gatehouse.web.Occasion;
import gatehouse.web.Visit;
import jakarta.servlet.http.HttpServletRequest;

/** The log on a ledger, as tests write and read it. */
record Written(Ledgers ledgers) {

    static final AuditFilter ALL = new AuditFilter(Set.of(), Optional.empty(), "", "", "", Optional.empty(), Optional.empty());

    AuditLog log() {
        return ledgers.bean(AuditLog.class);
    }

    List<AuditEvent> page(AuditFilter filter, Optional<Place> after, int most) {
        return ledgers.bean(AuditEvents.class).page(filter, after, most);
    }

    /** Newest first, as {@code KIND username/other provider detail}. */
    List<String> lines(AuditFilter filter) {
        return page(filter, Optional.empty(), 100).stream()
                .map(event -> (event.kind() + " " + event.username() + "/" + event.other() + " " + event.provider() + " " + event.detail()).strip()).toList();
    }

    /** Work as the request of that person, or of nobody when it is null. @return the reference */
    static String during(String method, Visit.Me me, Runnable work, String... headers) {
        HttpServletRequest request = Requests.of(method, "203.0.113.9", headers);
        new Visit(new Address("http://localhost", Address.Place.PUBLIC), java.util.Locale.ENGLISH, "", "", "", Optional.ofNullable(me)).keep(request);
        Occasion.begin(request, () -> "203.0.113.9");
        try {
            work.run();
            return Occasion.now().reference();
        } finally {
            Occasion.end();
        }
    }
}
