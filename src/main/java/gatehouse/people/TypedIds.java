package gatehouse.people;

import java.util.List;

import gatehouse.web.Refusal;
import gatehouse.web.TypedForm;

/** Ids as a form's ticks post them. */
final class TypedIds {

    private TypedIds() {
    }

    /** @throws Refusal 400 for what is no id of ours */
    static List<Long> of(TypedForm typed, String name) {
        return typed.all(name).stream().map(TypedIds::one).toList();
    }

    private static Long one(String text) {
        if (!text.matches("[0-9]{1,18}")) throw new Refusal(400, "refused.bad-request");
        return Long.valueOf(text);
    }
}
