package gatehouse.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Element;

/** One line of the audit log, as an administrator reads it. */
public record Told(String what, String provider, String detail, String person, String from, String reference) {

    /** What the filter finds, newest first; names and values: name, value, name, value. */
    public static List<Told> by(Visitor admin, String... filter) {
        return on(admin.get("/admin/audit" + query(filter)));
    }

    static String query(String... filter) {
        StringBuilder query = new StringBuilder("?");
        for (int i = 0; i < filter.length; i += 2) query.append(filter[i]).append('=').append(URLEncoder.encode(filter[i + 1], StandardCharsets.UTF_8)).append('&');
        return query.toString();
    }

    public static List<Told> on(Page page) {
        assertEquals(200, page.status(), page::text);
        return page.html().select("table.log tbody tr").stream().map(Told::of).toList();
    }

    private static Told of(Element row) {
        Element what = row.selectFirst("th > div");
        return new Told(what.ownText(), what.select(".tag").text(), what.select("small").text(), text(row, "Person"), text(row, "From where"),
                row.select("td:first-child small.mono").text());
    }

    private static String text(Element row, String label) {
        return Optional.ofNullable(row.selectFirst("td[data-label='" + label + "'] > div")).map(Element::text).orElse("");
    }
}
