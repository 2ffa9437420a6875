package gatehouse.importing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import gatehouse.provider.Provider;
import gatehouse.setting.SsoSettings;
import gatehouse.web.Messages;
import gatehouse.web.Refusal;

/** A backup as its page shows it. */
final class ImportView {

    private final AListBackup backup;
    private final Choice choice;
    private final Messages messages;

    ImportView(AListBackup backup, Choice choice, Messages messages) {
        this.backup = backup;
        this.choice = choice;
        this.messages = messages;
    }

    /** The settings that have a place here, as they are there and here. */
    List<Map<String, Object>> settings(SsoSettings now) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (OldSetting setting : OldSetting.values()) if (backup.settings().containsKey(setting.key())) rows.add(row(setting, now));
        return rows;
    }

    private Map<String, Object> row(OldSetting setting, SsoSettings now) {
        String value = backup.setting(setting.key());
        Optional<Refusal> refused = refused(setting, value, now);
        return Map.of("id", setting.key(), "value", value, "now", setting.now(now), "refused", refused.map(messages::say).orElse(""),
                "ticked", refused.isEmpty() && choice.settings().contains(setting.key()));
    }

    private static Optional<Refusal> refused(OldSetting setting, String value, SsoSettings now) {
        try {
            setting.into(now, value);
            return Optional.empty();
        } catch (Refusal refusal) {
            return Optional.of(refusal);
        }
    }

    /** The names of what is in the file, and was never read by AList. */
    List<String> dead() {
        return OldSetting.DEAD.stream().filter(key -> !backup.setting(key).isBlank()).toList();
    }

    /** Whose the identities may be: the providers there are. */
    List<Map<String, Object>> providers(List<Provider> all) {
        return all.stream().map(one -> Map.<String, Object>of("slug", one.slug(), "name", one.name(), "chosen", one.slug().equals(choice.whose()))).toList();
    }

    List<Map<String, Object>> people(List<Newcomer> judged) {
        return judged.stream().map(this::person).toList();
    }

    private Map<String, Object> person(Newcomer one) {
        Map<String, Object> row = new HashMap<>(Map.of("number", one.number(), "username", one.user().username(), "name", one.name().shown(),
                "directory", one.user().basePath(), "permission", Math.max(0, one.user().permission()), "ssoId", one.user().ssoId(),
                "subject", one.subject(), "takes", one.state().takes(), "kind", word(one.state())));
        row.put("notes", one.notes().stream().map(note -> Map.of("id", word(note))).toList());
        row.put("ticked", one.state().takes() && choice.people().contains(one.number()));
        return row;
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
