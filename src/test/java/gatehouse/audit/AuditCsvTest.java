package gatehouse.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;

import gatehouse.web.Occasion;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditCsvTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@x", "\tx", "\rx", " =1+1", "\uFF1D1+1", "=HYPERLINK(\"http://evil.test\")"})
    @DisplayName("V-11 what a spreadsheet would take for a formula begins with an apostrophe")
    void a_formula_is_only_text(String text) {
        assertTrue(AuditCsv.cell(text).startsWith("\"'"), AuditCsv.cell(text));
    }

    @Test
    @DisplayName("V-11 every cell is quoted, and a quote is doubled")
    void cells_are_quoted() {
        assertEquals("\"anyi\"", AuditCsv.cell("anyi"));
        assertEquals("\"\"", AuditCsv.cell(""));
        assertEquals("\"a \"\"b\"\", c; d\"", AuditCsv.cell("a \"b\", c; d"));
        assertEquals("\"1-1=0\"", AuditCsv.cell("1-1=0"));
    }

    @Test
    @DisplayName("V-11 one event is one line")
    void one_event_is_one_line() {
        AuditEvent event = new AuditEvent(Instant.parse("2026-03-01T12:00:00Z"), "SIGN_IN_FAILED", null, "=1+1\r\n2", "github", "\u001b[31m", Occasion.now());
        assertEquals("\"2026-03-01T12:00:00Z\",\"SIGN_IN_FAILED\",\"'=1+1 2\",\"\",\"github\",\"[31m\",\"\",\"\",\"\"\r\n", AuditCsv.line(event));
        assertEquals("\uFEFF\"time\",\"event\",\"username\",\"by\",\"provider\",\"detail\",\"address\",\"device\",\"reference\"\r\n", AuditCsv.HEAD);
    }
}
