package gatehouse.web;

import java.text.MessageFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Every sentence people read, in their language; a missing one falls back to English, key by key. */
public final class Messages {

    /** The languages there are; the first is the source of the others. */
    public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE, Locale.forLanguageTag("uk"));
    private static final Map<Locale, Messages> ALL = new ConcurrentHashMap<>();
    private final ResourceBundle bundle;
    private final Map<String, MessageFormat> formats = new ConcurrentHashMap<>();
    private final Locale locale;

    private Messages(Locale locale) {
        this.locale = locale;
        this.bundle = ResourceBundle.getBundle("messages", locale, Messages.class.getClassLoader(),
                Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    }

    public static Messages in(Locale locale) {
        return ALL.computeIfAbsent(locale, Messages::new);
    }

    /** The sentence, with its arguments put in as plain text, and a {@link Label} as its own words. @throws MissingResourceException when nobody wrote it */
    public String say(String key, Object... arguments) {
        MessageFormat format = formats.computeIfAbsent(key, name -> new MessageFormat(bundle.getString(name), locale));
        return ((MessageFormat) format.clone()).format(Stream.of(arguments).map(this::word).toArray());
    }

    private Object word(Object argument) {
        return argument instanceof Label label ? say(label.key(), label.arguments().toArray()) : argument;
    }

    public Optional<String> find(String key, Object... arguments) {
        return bundle.containsKey(key) ? Optional.of(say(key, arguments)) : Optional.empty();
    }

    /** A refusal as the sentences of its page: title, text, and mend and admin where there are any. The map is the caller's own. */
    Map<String, String> sentences(Refusal refusal) {
        Map<String, String> sentences = new HashMap<>();
        for (String part : List.of("title", "text", "mend", "admin")) {
            find(refusal.key() + "." + part, refusal.arguments()).ifPresent(sentence -> sentences.put(part, sentence));
        }
        return sentences;
    }

    public String say(Refusal refusal) {
        return say(refusal.key(), refusal.arguments());
    }
}
