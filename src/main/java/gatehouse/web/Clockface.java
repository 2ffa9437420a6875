package gatehouse.web;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.util.Locale;

/** How a moment is written out: in the server's zone, which is said beside it by its distance from UTC. */
public final class Clockface {

    private Clockface() {
    }

    /** Day, hour and minute, such as {@code Nov 22, 2026, 4:53 AM UTC+02}. */
    public static DateTimeFormatter minutes(Locale locale) {
        return of(FormatStyle.SHORT, locale, ZoneId.systemDefault());
    }

    /** The same with seconds. */
    public static DateTimeFormatter seconds(Locale locale) {
        return of(FormatStyle.MEDIUM, locale, ZoneId.systemDefault());
    }

    static DateTimeFormatter of(FormatStyle time, Locale locale, ZoneId zone) {
        return new DateTimeFormatterBuilder().append(DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, time))
                .appendLiteral(" UTC").appendOffset("+HH:mm", "").toFormatter(locale).withZone(zone);
    }
}
