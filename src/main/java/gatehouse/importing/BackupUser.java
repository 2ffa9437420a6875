package gatehouse.importing;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A user as the backup has it, nothing checked yet.
 *
 * @param permission the number as written; -1 when it is none
 * @param ssoId      the subject at whatever provider the file was made with; empty for none
 */
record BackupUser(String username, String basePath, int permission, Kind kind, boolean disabled, String ssoId) {

    /** What AList's role makes of them. */
    enum Kind { PERSON, GUEST, ADMINISTRATOR }

    static BackupUser of(JsonNode user, BackupRoles roles) {
        String id = user.path("sso_id").asText("").strip();
        return new BackupUser(user.path("username").asText(""), user.path("base_path").asText("/"), number(user.path("permission")),
                roles.kind(user.path("role")), user.path("disabled").asBoolean(false), id.equals("0") ? "" : id);
    }

    private static int number(JsonNode permission) {
        if (permission.isMissingNode()) return 0;
        return permission.canConvertToInt() && permission.isIntegralNumber() && permission.intValue() >= 0 ? permission.intValue() : -1;
    }
}
