package gatehouse.status;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;

import gatehouse.web.Clockface;
import gatehouse.web.Messages;

/** A finding in the reader's language. */
record FindingView(Locale locale) {

    Map<String, String> shown(Finding finding) {
        Messages messages = Messages.in(locale);
        Object[] words = finding.arguments().stream().map(this::word).toArray();
        String mend = finding.level() == Level.GOOD ? "" : messages.say(finding.key() + ".mend", words);
        String kind = finding.level().name().toLowerCase(Locale.ROOT);
        return Map.of("area", messages.say("status.area." + finding.area()), "kind", kind, "level", messages.say("status.level." + kind),
                "text", messages.say(finding.key(), words), "mend", mend);
    }

    private Object word(Object argument) {
        return argument instanceof Instant moment ? Clockface.seconds(locale).format(moment) : argument;
    }
}
