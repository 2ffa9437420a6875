package gatehouse.people;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A page of the list as its view shows it: the count in words of numbers, and the addresses of the other pages. */
record SheetView(Search search, Turn turn, Sheet sheet) {

    private static final String LIST = "/admin/users";

    Map<String, Object> shown() {
        boolean inside = turn.from().isPresent() || turn.backward();
        return Map.of("found", sheet.count().found(), "more", sheet.count().more(), "cut", sheet.cut(), "lookedAt", Walk.LOOKED_AT,
                "first", inside ? address("", "") : "", "before", sheet.before().map(at -> address("before", at.toString())).orElse(""),
                "after", sheet.after().map(at -> address("after", at.toString())).orElse(""),
                "last", sheet.after().isPresent() ? address("last", "1") : "", "everybody", search.forEverybody());
    }

    static Map<String, Object> shown(Search search) {
        return Map.of("q", search.text(), "where", search.in().name().toLowerCase(Locale.ROOT), "kind", search.state().name().toLowerCase(Locale.ROOT));
    }

    private String address(String page, String at) {
        Map<String, String> all = new LinkedHashMap<>(search.parameters());
        if (!page.isEmpty()) all.put(page, at);
        String query = all.entrySet().stream().map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), UTF_8)).collect(Collectors.joining("&"));
        return query.isEmpty() ? LIST : LIST + "?" + query;
    }
}
