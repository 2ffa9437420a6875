package gatehouse.people;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** The SQL of the list's searches with the values put in, for a database to explain. */
public final class Statements {

    private Statements() {
    }

    /** @param role with few people, as the provider */
    public static Map<String, String> of(long role, long provider) {
        Map<String, String> all = new LinkedHashMap<>();
        put(all, "everybody", Search.EVERYBODY);
        put(all, "name", new Search("abc", Search.In.NAME, 0, 0, Search.State.ANY));
        put(all, "directory", new Search("/home", Search.In.NAME, 0, 0, Search.State.ANY));
        put(all, "e-mail", new Search("abc", Search.In.EMAIL, 0, 0, Search.State.ANY));
        put(all, "subject", new Search("town-1-500", Search.In.SUBJECT, 0, 0, Search.State.ANY));
        put(all, "role", new Search("", Search.In.NAME, role, 0, Search.State.ANY));
        put(all, "provider", new Search("", Search.In.NAME, 0, provider, Search.State.ANY));
        put(all, "disabled", new Search("", Search.In.NAME, 0, 0, Search.State.DISABLED));
        put(all, "no way in", new Search("", Search.In.NAME, 0, 0, Search.State.STRANDED));
        put(all, "name and role", new Search("a", Search.In.NAME, role, 0, Search.State.ANY));
        return all;
    }

    private static void put(Map<String, String> all, String name, Search search) {
        Lane lane = Lane.of(search, Map.of(1L, "", 2L, ""), Instant.parse("2026-03-01T12:00:00Z"));
        all.put(name + ", first page", filled(new Walk(lane, Turn.FIRST).rows(Users.ROWS + 1), lane));
        all.put(name + ", last page", filled(new Walk(lane, new Turn(true, java.util.Optional.empty())).rows(Users.ROWS + 1), lane));
    }

    private static String filled(String sql, Lane lane) {
        String filled = sql;
        for (Map.Entry<String, Object> value : lane.values().entrySet()) {
            String text = value.getValue() instanceof Long number ? number.toString() : "'" + value.getValue().toString().replace("'", "''") + "'";
            filled = filled.replaceAll(":" + value.getKey() + "\\b", java.util.regex.Matcher.quoteReplacement(text));
        }
        return filled;
    }
}
