package gatehouse.web;

import java.util.List;

/** The words of another message as an argument of a sentence, in the reader's language: the name of a field, or another refusal. */
public record Label(String key, List<Object> arguments) {

    public Label(String key, Object... arguments) {
        this(key, List.of(arguments));
    }

    public static Label of(Refusal refusal) {
        return new Label(refusal.key(), refusal.arguments());
    }
}
