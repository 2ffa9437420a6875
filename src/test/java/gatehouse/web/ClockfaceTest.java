package gatehouse.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClockfaceTest {

    private static final Instant SUMMER = Instant.parse("2026-07-01T18:30:05Z");

    private static String shown(FormatStyle time, String language, String zone) {
        return Clockface.of(time, Locale.forLanguageTag(language), ZoneId.of(zone)).format(SUMMER);
    }

    @ParameterizedTest
    @CsvSource({"UTC, 18:30 UTC", "Europe/Kyiv, 21:30 UTC+03", "America/New_York, 14:30 UTC-04", "Asia/Kolkata, 00:00 UTC+05:30"})
    void a_time_says_how_far_it_is_from_utc(String zone, String end) {
        String shown = shown(FormatStyle.SHORT, "uk", zone);
        assertTrue(shown.endsWith(" " + end), shown);
    }

    @Test
    void a_time_is_written_as_its_reader_writes() {
        assertEquals("2026年7月2日 上午2:30:05 UTC+08", shown(FormatStyle.MEDIUM, "zh", "Asia/Shanghai"));
    }
}
