package gatehouse.guard;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import gatehouse.web.TypedForm;

/** What was typed into a guarded service's page, or stands there to begin with; shown again as it is. */
final class GuardedForm {

    private static final List<String> LINES = List.of("name", "address", "mode", "confinement", "signIn", "upstream", "version");
    private final Map<String, String> texts = new LinkedHashMap<>();
    private final List<String> roles;

    private GuardedForm(List<String> roles) {
        this.roles = roles;
    }

    static GuardedForm of(TypedForm typed) {
        GuardedForm form = new GuardedForm(typed.all("roles"));
        LINES.forEach(line -> form.texts.put(line, typed.text(line)));
        form.texts.put("open", typed.raw("open"));
        return form;
    }

    /** @param signIn what stands there to begin with; empty where the address people use is known */
    static GuardedForm fresh(String signIn) {
        GuardedForm form = new GuardedForm(List.of());
        form.texts.putAll(Map.of("name", "", "address", "", "mode", Mode.SIGNED_IN.name(), "confinement", Confinement.REFUSE.name(), "open", "",
                "signIn", signIn, "upstream", "http://127.0.0.1:8080", "version", ""));
        return form;
    }

    static GuardedForm of(Guarded guarded) {
        Draft draft = guarded.draft();
        GuardedForm form = new GuardedForm(draft.roles().stream().map(String::valueOf).toList());
        form.texts.putAll(Map.of("name", draft.name(), "address", draft.origin() + draft.prefix(), "mode", draft.mode().name(), "confinement", draft.confinement().name(),
                "open", draft.openPaths(), "signIn", draft.signIn(), "upstream", draft.upstream(), "version", Integer.toString(guarded.version())));
        return form;
    }

    Map<String, Object> shown() {
        Map<String, Object> shown = new HashMap<>(texts);
        shown.put("roles", roles);
        return shown;
    }

    String text(String field) {
        return texts.get(field);
    }

    List<String> roles() {
        return roles;
    }

    /** The version the page showed; -1, which none has, when the form does not say. */
    int version() {
        return text("version").matches("[0-9]{1,9}") ? Integer.parseInt(text("version")) : -1;
    }
}
