package gatehouse.importing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.function.UnaryOperator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import gatehouse.web.Json;
import gatehouse.web.Refusal;

/** A file that AList or OpenList saved, plain or sealed value by value. */
final class BackupFile {

    private static final int MOST_USERS = 2000;
    private static final String SEALED = "\"encrypted\"";

    private final ObjectNode content;

    private BackupFile(ObjectNode content) {
        this.content = content;
    }

    /** @throws Refusal 422 saying what is wrong with the file */
    static BackupFile of(byte[] file) {
        if (file.length == 0) throw Refusal.invalid("importing.file.missing");
        ObjectNode content = json(file);
        boolean ours = content.path("settings").isArray() || content.path("users").isArray();
        if (!ours) throw other();
        if (content.path("users").size() > MOST_USERS) throw Refusal.invalid("importing.file.many", MOST_USERS);
        return new BackupFile(content);
    }

    private static ObjectNode json(byte[] file) {
        try {
            return Json.file(file);
        } catch (Json.Malformed notJson) {
            throw other();
        }
    }

    /**
     * What opens each value. For a sealed file that takes its passphrase; for a plain one nothing is looked at.
     *
     * @throws Refusal 422 when the passphrase is missing or wrong
     */
    UnaryOperator<JsonNode> opener(String passphrase) {
        String check = content.path("encrypted").asText("");
        if (check.isEmpty()) return UnaryOperator.identity();
        if (passphrase.isEmpty()) throw Refusal.invalid("importing.passphrase.missing");
        boolean opens = CryptoJs.open(check, passphrase).filter(SEALED::equals).isPresent();
        if (!opens) throw Refusal.invalid("importing.passphrase.wrong");
        return value -> opened(value.asText(), passphrase);
    }

    private static JsonNode opened(String sealed, String passphrase) {
        try {
            return Json.read(CryptoJs.open(sealed, passphrase).orElseThrow(BackupFile::other).getBytes(UTF_8));
        } catch (Json.Malformed damaged) {
            throw other();
        }
    }

    private static Refusal other() {
        return Refusal.invalid("importing.file.other");
    }

    /** One of its lists, opened. @throws Refusal 422 when a value in it is damaged */
    JsonNode rows(String name, UnaryOperator<JsonNode> opener) {
        var opened = JsonNodeFactory.instance.arrayNode();
        for (JsonNode row : content.path(name)) {
            ObjectNode copy = opened.addObject();
            row.properties().forEach(member -> copy.set(member.getKey(), opener.apply(member.getValue())));
        }
        return opened;
    }
}
