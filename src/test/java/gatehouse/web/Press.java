package gatehouse.web;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import freemarker.core.HTMLOutputFormat;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.TemplateMethodModelEx;

/** Prints a view with a sample model, as the engine would, but without a container. */
record Press(Configuration configuration) {

    static final Path VIEWS = Path.of("src/main/webapp/WEB-INF/views");

    static Press open() throws IOException {
        Configuration configuration = new Configuration(Configuration.VERSION_2_3_35);
        configuration.setDirectoryForTemplateLoading(VIEWS.toFile());
        configuration.setDefaultEncoding("UTF-8");
        configuration.setOutputFormat(HTMLOutputFormat.INSTANCE);
        configuration.setRecognizeStandardFileExtensions(true);
        configuration.setNumberFormat("computer");
        configuration.setLocalizedLookup(false);
        configuration.setAPIBuiltinEnabled(false);
        configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setLogTemplateExceptions(false);
        return new Press(configuration);
    }

    String print(String view, Map<String, Object> model, String language) throws IOException {
        StringWriter page = new StringWriter();
        try {
            configuration.getTemplate(view).process(with(model, language), page);
        } catch (TemplateException e) {
            throw new IllegalStateException(view + ": " + e.getMessage(), e);
        }
        return page.toString();
    }

    private static Map<String, Object> with(Map<String, Object> model, String language) {
        Map<String, Object> all = new LinkedHashMap<>(Map.of("csrf", "c5rf-t0ken", "lang", language, "theme", "", "path", "/login", "problems", Map.of(),
            "site", Map.of("name", "Gatehouse", "publicUrl", "https://id.example.com"),
            "languages", List.of(language("en", "English"), language("zh", "中文"), language("uk", "Українська"))));
        all.putAll(model);
        all.put("t", new Tongue(language));
        all.put("static", (TemplateMethodModelEx) arguments -> arguments.get(0).toString());
        all.put("stamp", (TemplateMethodModelEx) arguments -> "2026-11-20T18:30:00Z");
        all.put("when", (TemplateMethodModelEx) arguments -> arguments.get(0).toString());
        return all;
    }

    private static Map<String, String> language(String tag, String name) {
        return Map.of("tag", tag, "name", name);
    }
}
