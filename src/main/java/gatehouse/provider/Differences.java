package gatehouse.provider;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import gatehouse.account.Role;
import gatehouse.web.Messages;

/** Where two versions of a provider differ, field by field, in the order of the page. A secret is no part of either. */
record Differences(Messages messages, List<Role> roles) {

    private static final List<String> CHOICES = List.of("redirectStyle", "protocol", "authentication", "mappingType", "registration");
    /** What is not the provider's, or stands in other fields already. */
    private static final Set<String> NOT_TOLD = Set.of("version", "ticket", "seen", "sample", "rules", "rulesWas", "iconUrl", "iconRemove");
    private static final String RULE = "rule";

    /** The names of the fields; the list is the caller's own. */
    static List<String> between(Draft one, Draft other) {
        Map<String, Object> first = ProviderForm.of(one, 0).shown();
        Map<String, Object> second = ProviderForm.of(other, 0).shown();
        return first.keySet().stream().filter(field -> !NOT_TOLD.contains(field) && !first.get(field).equals(second.get(field)))
                .sorted(ProviderForm.BY_PLACE).collect(Collectors.toCollection(ArrayList::new));
    }

    /** Label, mine and saved, as people read them. */
    List<Map<String, String>> shown(Draft mine, Draft saved) {
        Map<String, Object> first = ProviderForm.of(mine, 0).shown();
        Map<String, Object> second = ProviderForm.of(saved, 0).shown();
        return between(mine, saved).stream()
                .map(field -> Map.of("label", label(field), "mine", said(field, first.get(field)), "saved", said(field, second.get(field)))).toList();
    }

    private String label(String field) {
        boolean rule = field.startsWith(RULE);
        String key = rule ? "provider.field." + field.substring(RULE.length()).toLowerCase(Locale.ROOT) : Scrutiny.label(field).key();
        return messages.find(key).orElse(field);
    }

    private String said(String field, Object value) {
        if (value instanceof Boolean on) return messages.say("provider.switch." + (on ? "on" : "off"));
        if (value instanceof List<?> ids) {
            return roles.stream().filter(role -> ids.contains(String.valueOf(role.id()))).map(Role::name).sorted().collect(Collectors.joining(", "));
        }
        return CHOICES.contains(field) ? messages.say(Scrutiny.label(field).key() + "." + value) : value.toString();
    }
}
