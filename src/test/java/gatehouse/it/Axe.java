package gatehouse.it;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** Deque's axe-core, which looks for what WCAG 2.2 A and AA forbid in the page that a browser shows. */
public final class Axe {

    private static final String SOURCE = source();
    private static final String RUN = """
            const done = arguments[arguments.length - 1];
            axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], resultTypes: ['violations'] })
                .then(found => done([String(found.passes.length), ...found.violations.flatMap(rule => rule.nodes.map(node => rule.id + ' ' + node.target.join(' ')))]),
                    trouble => done(['0', String(trouble)]));
            """;

    private Axe() {
    }

    /** Each violation as its rule and the CSS selector of what breaks it. */
    public static List<String> violations(Chromium chromium) {
        chromium.driver().executeScript(SOURCE);
        @SuppressWarnings("unchecked")
        List<String> answer = (List<String>) chromium.driver().executeAsyncScript(RUN);
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
