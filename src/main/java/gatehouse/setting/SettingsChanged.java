package gatehouse.setting;

import java.util.Map;
import java.util.stream.Collectors;

/**
 * An administrator changed settings; heard by the audit log in the same transaction.
 *
 * @param change what was and what is, as {@code name: old → new}, at most 900 characters; no setting is a secret
 */
public record SettingsChanged(long account, String username, String change) {

    private static final int LONGEST = 900;

    static SettingsChanged of(long account, String username, Map<String, String> before, Map<String, String> rows) {
        String all = rows.entrySet().stream().map(row -> row.getKey() + ": " + before.getOrDefault(row.getKey(), "") + " → " + row.getValue())
                .sorted().collect(Collectors.joining("; "));
        return new SettingsChanged(account, username, all.substring(0, Math.min(all.length(), LONGEST)));
    }
}
