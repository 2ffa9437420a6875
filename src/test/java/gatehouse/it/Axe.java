package gatehouse.it;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** Deque's axe-core, which looks for what WCAG 2.2 A and AA forbid in the page that a browser shows. */
public final class Axe {

    private static final String SOURCE = source();
    // A page that came as a file may not read its own style sheet; to ask it for it all the same costs a third of the time.
    private static final String RUN = """
            const done = arguments[arguments.length - 1];
            axe.run(document, { runOnly: arguments[0], resultTypes: ['violations'], preload: location.protocol !== 'file:' })
                .then(found => done([String(found.passes.length), ...found.violations.flatMap(rule => rule.nodes.map(node => rule.id + ' ' + node.target.join(' ')))]),
                    trouble => done(['0', String(trouble)]));
            """;
    private static final List<String> LEVELS = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    private static final Map<String, Object> COLOURS = Map.of("type", "rule", "values", List.of("color-contrast", "link-in-text-block"));

    private Axe() {
    }

    /** Each violation as its rule and the CSS selector of what breaks it. */
    public static List<String> violations(Chromium chromium) {
        return violations(chromium, LEVELS);
    }

    /** Those that colours alone can bring about, in a page of which all else is known. */
    public static List<String> violationsOfColour(Chromium chromium) {
        return violations(chromium, COLOURS);
    }

    private static List<String> violations(Chromium chromium, Object rules) {
        if (Boolean.FALSE.equals(chromium.driver().executeScript("return 'axe' in window"))) chromium.driver().executeScript(SOURCE);
        @SuppressWarnings("unchecked")
        List<String> answer = (List<String>) chromium.driver().executeAsyncScript(RUN, rules);
        if (answer.get(0).equals("0")) throw new AssertionError("axe looked at nothing: " + answer);
        return answer.subList(1, answer.size());
    }

    /** Given to the page by the driver: the policy of our pages lets no script in. */
    private static String source() {
        try (InputStream script = Axe.class.getResourceAsStream("/axe.min.js")) {
            return new String(script.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
