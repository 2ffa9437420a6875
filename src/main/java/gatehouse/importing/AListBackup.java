package gatehouse.importing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import gatehouse.web.Json;
import gatehouse.web.Refusal;

/**
 * What Gatehouse reads of an AList or OpenList backup: the settings of single sign-on and the users.
 *
 * @param settings by AList's keys, values as text; only those that begin with {@code sso_}
 * @param users    in the order of the file, at most 2,000
 */
record AListBackup(Map<String, String> settings, List<BackupUser> users) {

    private static final int MOST_USERS = 2000;
    private static final int LONGEST_VALUE = 4096;
    private static final String SEALED = "\"encrypted\"";

    /** @param passphrase for an encrypted backup; not looked at for a plain one. @throws Refusal 422 saying what is wrong with the file or the passphrase */
    static AListBackup read(byte[] file, String passphrase) {
        ObjectNode backup = object(file);
        boolean ours = backup.path("settings").isArray() || backup.path("users").isArray();
        if (!ours) throw Refusal.invalid("importing.file.other");
        if (backup.path("users").size() > MOST_USERS) throw Refusal.invalid("importing.file.many", MOST_USERS);
        UnaryOperator<JsonNode> opener = opener(backup.path("encrypted").asText(""), passphrase);
        BackupRoles roles = new BackupRoles(rows(backup.path("roles"), opener));
        List<BackupUser> users = new ArrayList<>();
        rows(backup.path("users"), opener).forEach(user -> users.add(BackupUser.of(user, roles)));
        return new AListBackup(settings(rows(backup.path("settings"), opener)), users);
    }

    private static ObjectNode object(byte[] file) {
        if (file.length == 0) throw Refusal.invalid("importing.file.missing");
        try {
            return Json.file(file);
        } catch (Json.Malformed notJson) {
            throw Refusal.invalid("importing.file.other");
        }
    }

    private static UnaryOperator<JsonNode> opener(String check, String passphrase) {
        if (check.isEmpty()) return UnaryOperator.identity();
        if (passphrase.isEmpty()) throw Refusal.invalid("importing.passphrase.missing");
        if (!CryptoJs.open(check, passphrase).equals(SEALED)) throw Refusal.invalid("importing.passphrase.wrong");
        return value -> opened(CryptoJs.open(value.asText(), passphrase));
    }

    private static JsonNode opened(String json) {
        try {
            return Json.read(json.getBytes(UTF_8));
        } catch (Json.Malformed notJson) {
            throw Refusal.invalid("importing.file.other");
        }
    }

    private static JsonNode rows(JsonNode rows, UnaryOperator<JsonNode> opener) {
        var opened = JsonNodeFactory.instance.arrayNode();
        for (JsonNode row : rows) {
            ObjectNode copy = opened.addObject();
            row.properties().forEach(member -> copy.set(member.getKey(), opener.apply(member.getValue())));
        }
        return opened;
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
