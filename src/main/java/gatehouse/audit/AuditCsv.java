package gatehouse.audit;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Events as CSV (RFC 4180): every cell quoted, times in UTC, a byte order mark so that spreadsheets read UTF-8. A cell that a
 * spreadsheet would take for a formula begins with an apostrophe.
 */
final class AuditCsv {

    static final String HEAD = "\uFEFF" + line(List.of("time", "event", "username", "by", "provider", "detail", "address", "device", "reference"));
    private static final String FORMULA = "=+-@\t\r\uFF1D\uFF0B\uFF0D\uFF20";

    private AuditCsv() {
    }

    static String line(AuditEvent event) {
        return line(List.of(event.at().toString(), event.kind(), event.username(), event.actor(), event.provider(), event.detail(), event.client(),
                event.device(), event.reference()));
    }

    private static String line(List<String> cells) {
        return cells.stream().map(AuditCsv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    static String cell(String text) {
        String first = text.stripLeading();
        boolean formula = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 || !first.isEmpty() && FORMULA.indexOf(first.charAt(0)) >= 0;
        return '"' + (formula ? "'" : "") + text.replace("\"", "\"\"") + '"';
    }
}
