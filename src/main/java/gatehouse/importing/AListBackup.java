package gatehouse.importing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What Gatehouse reads of an AList or OpenList backup: the settings of single sign-on and the users.
 *
 * @param settings by AList's keys, values as text; only those that begin with {@code sso_}
 * @param users    in the order of the file, at most 2,000
 */
record AListBackup(Map<String, String> settings, List<BackupUser> users) {

    private static final int LONGEST_VALUE = 4096;

    /** @param opener of this file. @throws gatehouse.web.Refusal 422 when something in it is damaged */
    static AListBackup read(BackupFile file, UnaryOperator<JsonNode> opener) {
        BackupRoles roles = new BackupRoles(file.rows("roles", opener));
        List<BackupUser> users = new ArrayList<>();
        file.rows("users", opener).forEach(user -> users.add(BackupUser.of(user, roles)));
        return new AListBackup(settings(file.rows("settings", opener)), users);
    }

    private static Map<String, String> settings(JsonNode rows) {
        Map<String, String> settings = new LinkedHashMap<>();
        for (JsonNode row : rows) {
            String key = row.path("key").asText("");
            String value = row.path("value").asText("");
            if (key.startsWith("sso_") && value.length() <= LONGEST_VALUE) settings.put(key, value);
        }
        return settings;
    }

    String setting(String key) {
        return settings.getOrDefault(key, "");
    }
}
