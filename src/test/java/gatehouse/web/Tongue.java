package gatehouse.web;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateModel;
import freemarker.template.utility.DeepUnwrap;

/** The texts of one language, read from the source files; a text that is missing is an error here, never a fallback. */
record Tongue(Properties texts, Locale locale) implements TemplateMethodModelEx {

    Tongue(String language) {
        this(read(language), Locale.forLanguageTag(language));
    }

    static Properties read(String language) {
        Properties texts = new Properties();
        try (Reader file = Files.newBufferedReader(Path.of("src/main/resources", "messages" + (language.equals("en") ? "" : "_" + language) + ".properties"))) {
            texts.load(file);
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String exec(List arguments) throws TemplateModelException {
        String key = arguments.get(0).toString();
        if (!texts.containsKey(key)) throw new TemplateModelException("no text for " + key + " in " + locale);
        Object[] values = new Object[arguments.size() - 1];
        for (int i = 0; i < values.length; i++) values[i] = DeepUnwrap.unwrap((TemplateModel) arguments.get(i + 1));
        return new MessageFormat(texts.getProperty(key), locale).format(values);
    }
}
