package gatehouse.it;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** One answer, and what a person would read in it. */
public record Page(URI address, int status, HttpHeaders headers, byte[] body) {

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    public Document html() {
        return Jsoup.parse(text(), address.toString());
    }

    /** The text of the only h1; fails when there is none or more than one. */
    public String h1() {
        List<String> found = html().select("h1").eachText();
        if (found.size() != 1) throw new AssertionError("one h1 expected, found " + found + " in\n" + text());
        return found.get(0);
    }

    public Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    public boolean redirects() {
        return status >= 300 && status < 400 && header("location").isPresent();
    }

    /** Where a redirect leads, made absolute; fails when this is none. */
    public URI location() {
        return address.resolve(header("location").orElseThrow(() -> new AssertionError(status + " without Location:\n" + text())));
    }

    /** A parameter of the address that a redirect leads to, decoded; fails when it is missing or doubled. */
    public String locationParameter(String name) {
        return Parameters.of(location().getRawQuery()).one(name);
    }

    /** The form whose action's path ends so. */
    public Form formTo(String actionEnd) {
        return html().select("form").stream().filter(form -> path(form).endsWith(actionEnd)).findFirst().map(Form::of)
                .orElseThrow(() -> new AssertionError("no form to " + actionEnd + " in\n" + text()));
    }

    /** The first form that the CSS query finds. */
    public Form form(String query) {
        return Optional.ofNullable(html().selectFirst(query)).map(Form::of)
                .orElseThrow(() -> new AssertionError("no form " + query + " in\n" + text()));
    }

    /** The hidden token of the page's first form that has one. */
    public String csrf() {
        return form("form:has(input[name=csrf])").value("csrf");
    }

    private static String path(Element form) {
        return URI.create(form.absUrl("action")).getPath();
    }
}
