package gatehouse.welcome;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import gatehouse.provider.Presets;
import gatehouse.provider.Provider;
import gatehouse.setting.SsoSettings;
import gatehouse.web.Arrival;
import gatehouse.web.PublicUrl;

/** The first steps as their page shows them. */
record WelcomeView(Progress progress, Arrival arrival) {

    Map<String, Object> shown() {
        List<Step> steps = progress.steps();
        Map<String, Object> model = new HashMap<>();
        model.put("address", address(steps.get(0)));
        model.put("first", first(steps.get(1)));
        model.put("newcomers", newcomers(steps.get(2)));
        model.put("done", steps.stream().filter(Step.DONE::equals).count());
        progress.provider().ifPresent(one -> model.put("provider", provider(one)));
        return model;
    }

    private Map<String, Object> address(Step step) {
        return Map.of("step", word(step), "here", arrival.base(), "known", arrival.known().map(PublicUrl::value).orElse(""), "fixed", arrival.fixed());
    }

    private Map<String, Object> first(Step step) {
        return Map.of("step", word(step), "sso", progress.sso().enabled(), "presets", Presets.usual());
    }

    private static Map<String, Object> provider(FirstProvider first) {
        Provider one = first.provider();
        return Map.of("slug", one.slug(), "name", one.name(), "enabled", one.enabled(), "tried", first.tried() || first.bound() > 0,
                "mine", first.mine(), "bound", first.bound());
    }

    private Map<String, Object> newcomers(Step step) {
        SsoSettings sso = progress.sso();
        return Map.of("step", word(step), "open", sso.autoRegister(), "directory", sso.defaultDirectory().value(), "permission", sso.defaultPermissions().sum());
    }

    private static String word(Step step) {
        return step.name().toLowerCase(Locale.ROOT);
    }
}
