package gatehouse.provider;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import gatehouse.Ledgers;
import gatehouse.People;
import gatehouse.account.BasePath;
import gatehouse.account.Permissions;
import gatehouse.setting.SsoSettings;
import gatehouse.web.Messages;
import gatehouse.web.Problems;

/** The mapping tester, with a form, an answer, and whoever is there already. */
final class Bench {

    final Ledgers ledgers;
    final People people;
    final Problems problems = new Problems();

    /** Single sign-on and auto register are on. */
    Bench(Path data) {
        ledgers = new Ledgers(data);
        people = new People(ledgers);
        set(true, true);
    }

    void set(boolean on, boolean autoRegister) {
        people.set(new SsoSettings(on, autoRegister, new BasePath("/"), Permissions.imported(0), false));
    }

    Optional<Tested> tested(Filled form, String sample, Provider provider) {
        return ledgers.bean(MappingTester.class).test(form.with("sample", sample).form(), Optional.ofNullable(provider), problems);
    }

    Map<String, Object> shown(Filled form, String sample, Provider provider) {
        return new TestedView(tested(form, sample, provider).orElseThrow(), Messages.in(Locale.ENGLISH)).shown();
    }

    /** One line a field: its rule, what came of it, the value, what is known of it, why not. */
    @SuppressWarnings("unchecked")
    List<String> rows(Filled form, String sample) {
        return ((List<Map<String, String>>) shown(form, sample, null).get("rows")).stream()
                .map(row -> List.of("rule", "state", "value", "about", "why").stream().map(row::get).filter(text -> !text.isEmpty()).collect(Collectors.joining(" | "))).toList();
    }

    /** What sign-in would do. @param provider null for one that is not saved yet */
    String verdict(Filled form, String sample, Provider provider) {
        return shown(form, sample, provider).get("verdict").toString();
    }

    String verdict(Filled form, String sample) {
        return verdict(form, sample, null);
    }

    Provider acme() {
        people.provider("acme");
        return ledgers.bean(Providers.class).named("acme");
    }
}
