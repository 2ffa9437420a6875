package gatehouse.audit;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import gatehouse.web.Clockface;
import gatehouse.web.Messages;

/** An event in the reader's language. Kinds and reasons of another version are shown as they are written. */
final class AuditRow {

    /** Stands for a word that the log does not keep. */
    private static final String UNTOLD = "…";
    private final Messages messages;
    private final DateTimeFormatter format;

    AuditRow(Locale locale) {
        messages = Messages.in(locale);
        format = Clockface.seconds(locale);
    }

    Map<String, Object> shown(AuditEvent event) {
        Map<String, Object> row = new HashMap<>(time(event.at()));
        row.put("what", messages.find("audit.kind." + event.kind()).orElse(event.kind()));
        row.put("detail", sentence(event));
        row.put("code", event.detail().startsWith("refused.") ? event.detail() : "");
        row.put("username", event.username());
        row.put("other", event.other());
        row.put("provider", event.provider());
        row.put("client", event.client());
        row.put("device", event.device());
        row.put("reference", event.reference());
        return row;
    }

    private Map<String, Object> time(Instant at) {
        return Map.of("at", at.toString(), "time", format.format(at));
    }

    /** What a refusal said to the person; else the detail as it is. */
    private String sentence(AuditEvent event) {
        String key = event.detail().split(" ", 2)[0];
        String provider = event.provider().isEmpty() ? UNTOLD : event.provider();
        return key.startsWith("refused.") ? messages.find(key + ".text", provider, UNTOLD).orElse("") : event.detail();
    }
}
