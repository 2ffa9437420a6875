package gatehouse.web;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModelException;
import freemarker.template.utility.DeepUnwrap;
import freemarker.template.TemplateModel;
import jakarta.servlet.http.HttpServletRequest;

/** What every page may use: the site, who is signed in, the form token, the language, and four functions. */
final class PageModel {

    static final String NAME = "Gatehouse";

    private PageModel() {
    }

    static Map<String, Object> shared(HttpServletRequest request) {
        Visit visit = Visit.of(request);
        Locale locale = visit == null ? Locale.ENGLISH : visit.locale();
        Map<String, Object> model = new HashMap<>();
        model.put("site", Map.of("name", NAME, "publicUrl", visit == null ? "" : visit.address().base()));
        model.put("me", visit == null ? null : visit.me().orElse(null));
        model.put("csrf", visit == null ? "" : visit.csrf());
        model.put("path", new ReturnPath(request.getRequestURI()).value());
        model.put("lang", locale.toLanguageTag());
        model.put("theme", visit == null ? "" : visit.theme());
        model.put("flash", Flash.of(request));
        model.put("languages", languages());
        model.put("t", (TemplateMethodModelEx) arguments -> say(locale, arguments));
        model.put("static", (TemplateMethodModelEx) arguments -> Assets.address(arguments.get(0).toString()));
        model.put("when", (TemplateMethodModelEx) arguments -> Clockface.minutes(locale).format((Instant) plain(arguments.get(0))));
        model.put("stamp", (TemplateMethodModelEx) arguments -> plain(arguments.get(0)).toString());
        return model;
    }

    private static List<Map<String, String>> languages() {
        return Messages.LANGUAGES.stream().map(locale -> Map.of("tag", locale.toLanguageTag(), "name", name(locale))).toList();
    }

    private static String name(Locale language) {
        String name = language.getDisplayLanguage(language);
        return name.substring(0, 1).toUpperCase(language) + name.substring(1);
    }

    private static String say(Locale locale, List<?> arguments) throws TemplateModelException {
        Object[] plain = new Object[arguments.size() - 1];
        for (int i = 0; i < plain.length; i++) plain[i] = plain(arguments.get(i + 1));
        return Messages.in(locale).say(arguments.get(0).toString(), plain);
    }

    private static Object plain(Object argument) throws TemplateModelException {
        return DeepUnwrap.permissiveUnwrap((TemplateModel) argument);
    }
}
