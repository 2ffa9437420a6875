package gatehouse.trial;

import java.util.List;
import java.util.function.UnaryOperator;

import gatehouse.web.Label;
import gatehouse.web.Messages;

/** A sentence to be said later, in whatever language it is asked for: a message key with its arguments, or just a text. */
record Said(String key, String text, List<Said> arguments) {

    static Said of(Label label) {
        return new Said(label.key(), "", label.arguments().stream().map(Said::argument).toList());
    }

    static Said of(String key, Object... arguments) {
        return of(new Label(key, arguments));
    }

    private static Said argument(Object argument) {
        return argument instanceof Label label ? of(label) : new Said("", String.valueOf(argument), List.of());
    }

    Said each(UnaryOperator<String> change) {
        return new Said(key, change.apply(text), arguments.stream().map(argument -> argument.each(change)).toList());
    }

    String in(Messages messages) {
        return messages.say(key, arguments.stream().map(Said::plain).toArray());
    }

    private Object plain() {
        return key.isEmpty() ? text : new Label(key, arguments.stream().map(Said::plain).toList());
    }
}
