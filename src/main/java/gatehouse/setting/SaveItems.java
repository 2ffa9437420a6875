package gatehouse.setting;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import gatehouse.account.Accounts;
import gatehouse.account.Permissions;
import gatehouse.web.Given;
import gatehouse.web.Problems;
import gatehouse.web.Refusal;
import gatehouse.web.TypedForm;
import gatehouse.web.Visit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** Saves settings that came as AList's items: those that are named, by the rules of the settings page. */
@ApplicationScoped
public class SaveItems {

    private static final Map<String, String> FIELDS = Map.of("sso_login_enabled", "enabled", "sso_auto_register", "autoRegister",
            "sso_default_dir", "defaultDir", "sso_default_permission", "permissionSum", "sso_compatibility_mode", "compatibility",
            "session_idle_hours", "idleHours", "session_longest_days", "longestDays", "audit_days", "auditDays");
    private static final Set<String> SWITCHES = Set.of("enabled", "autoRegister", "compatibility");

    @Inject
    Settings settings;
    @Inject
    Accounts accounts;

    /**
     * Writes all of them, or nothing when there are problems.
     *
     * @param confirmed that single sign-on may go off though people have no password
     * @throws Refusal 400 for a key that is not ours, 403 for how long the log is kept, which needs a fresh sign-in, 409 when that is not confirmed
     */
    @Transactional
    void save(List<Given> items, boolean confirmed, Visit.Me by, Problems problems) {
        settings.hold();
        SsoSettings before = settings.sso();
        Map<String, String> texts = now();
        String kept = texts.get("auditDays");
        items.forEach(item -> texts.put(field(item.text("key")), item.text("value")));
        if (!kept.equals(texts.get("auditDays"))) throw new Refusal(403, "refused.setting-retention");
        SsoSettingsForm form = new SsoSettingsForm(typed(texts, before.defaultPermissions()), before.defaultPermissions());
        form.problems().byField().forEach((field, refusal) -> problems.add(key(field), refusal));
        if (problems.any()) return;
        long people = before.enabled() && !form.settings().enabled() && !confirmed ? accounts.withoutPassword() : 0;
        if (people > 0) throw new Refusal(409, "refused.setting-off", people);
        settings.keep(form.settings(), form.limits(), by);
    }

    private Map<String, String> now() {
        Map<String, String> texts = new LinkedHashMap<>();
        SettingItem.of(settings.sso(), settings.sessions(), settings.retention()).forEach(item -> texts.put(FIELDS.get(item.key()), item.value()));
        texts.put("permissionWas", texts.get("permissionSum"));
        return texts;
    }

    /** As the page would have sent it: where the number is unchanged the ticks count. */
    private static TypedForm typed(Map<String, String> texts, Permissions saved) {
        Map<String, List<String>> fields = new HashMap<>();
        fields.put("permission", saved.ticked().stream().map(one -> Integer.toString(one.bit())).toList());
        texts.forEach((field, text) -> {
            if (!SWITCHES.contains(field) || on(field, text)) fields.put(field, List.of(text));
        });
        return TypedForm.of(fields);
    }

    private static boolean on(String field, String text) {
        return switch (text) {
            case "true", "1" -> true;
            case "false", "0", "" -> false;
            default -> throw new Refusal(400, "refused.json-type", key(field), "\"true\", \"false\"");
        };
    }

    private static String field(String key) {
        if (!FIELDS.containsKey(key)) throw new Refusal(400, "refused.setting-key", key.length() <= 64 ? key : key.substring(0, 64));
        return FIELDS.get(key);
    }

    private static String key(String field) {
        return FIELDS.entrySet().stream().filter(one -> one.getValue().equals(field)).map(Map.Entry::getKey).findFirst().orElse(field);
    }
}
