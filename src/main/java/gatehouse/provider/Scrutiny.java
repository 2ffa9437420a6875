package gatehouse.provider;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

import gatehouse.connection.Outside;
import gatehouse.connection.WebAddress;
import gatehouse.web.Label;
import gatehouse.web.OneLine;
import gatehouse.web.Problems;
import gatehouse.web.Refusal;

/** A form under check, field by field; what is wrong with a field is told by its own name. */
record Scrutiny(ProviderForm form, Problems problems, Outside outside) {

    /** The field's name as people read it. */
    static Label label(String field) {
        return new Label("provider." + field.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT));
    }

    /** What is wrong, with the field's name before it. */
    static Refusal about(Label field, Refusal refusal) {
        return Refusal.invalid("provider.about", field, Label.of(refusal));
    }

    /** One line of at most so many characters, as typed. */
    String line(String field, int longest) {
        String typed = form.text(field);
        if (typed.length() > longest) problems.add(field, "provider.too-long", label(field), longest);
        else if (!OneLine.of(typed, longest).equals(typed)) problems.add(field, "provider.one-line", label(field));
        return typed;
    }

    String required(String field, int longest) {
        if (form.text(field).isEmpty()) problems.add(field, "provider.required", label(field));
        return line(field, longest);
    }

    <E extends Enum<E>> E choice(String field, Class<E> kind) {
        return choice(form, problems, field, kind);
    }

    /** The option that was chosen; the first one, and a problem, when it is none of them. */
    static <E extends Enum<E>> E choice(ProviderForm form, Problems problems, String field, Class<E> kind) {
        E[] all = kind.getEnumConstants();
        Optional<E> chosen = Arrays.stream(all).filter(one -> one.name().equals(form.text(field))).findFirst();
        if (chosen.isEmpty()) problems.add(field, "provider.choose", label(field));
        return chosen.orElse(all[0]);
    }

    /** An address that is ours, or that only browsers see. */
    String address(String field) {
        return problems.check(field, () -> WebAddress.of(form.text(field), label(field)).uri().toString()).orElse(form.text(field));
    }

    /** An address that belongs to the provider. */
    String outside(String field, UnaryOperator<WebAddress> narrower) {
        return problems.check(field, () -> {
            WebAddress address = narrower.apply(WebAddress.of(form.text(field), label(field)));
            outside.refuses(address.uri()).ifPresent(refusal -> {
                throw about(label(field), refusal);
            });
            return address.uri().toString();
        }).orElse(form.text(field));
    }
}
