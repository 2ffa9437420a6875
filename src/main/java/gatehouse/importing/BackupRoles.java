package gatehouse.importing;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

import gatehouse.importing.BackupUser.Kind;

/** The roles of a backup: numbers (0 general, 1 guest, 2 admin) in AList's first years and OpenList, lists of table rows in later AList. */
final class BackupRoles {

    private final Map<Long, String> names = new HashMap<>(Map.of(1L, "guest", 2L, "admin"));

    BackupRoles(JsonNode table) {
        for (JsonNode role : table) names.put(role.path("id").asLong(-1), role.path("name").asText(""));
    }

    Kind kind(JsonNode role) {
        if (!role.isArray()) return kind(role.asLong(0));
        return StreamSupport.stream(role.spliterator(), false).map(one -> kind(one.asLong(0))).reduce(Kind.PERSON, BackupRoles::higher);
    }

    private Kind kind(long role) {
        return switch (names.getOrDefault(role, "")) {
            case "admin" -> Kind.ADMINISTRATOR;
            case "guest" -> Kind.GUEST;
            default -> Kind.PERSON;
        };
    }

    private static Kind higher(Kind one, Kind other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
