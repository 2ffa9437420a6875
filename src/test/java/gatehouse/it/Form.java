package gatehouse.it;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/** A form found on a page, with the values a browser would send, hidden ones too. */
public record Form(URI action, String method, Parameters fields) {

    static Form of(Element element) {
        Parameters fields = Parameters.none();
        for (var field : ((FormElement) element).formData()) fields = fields.and(field.key(), field.value());
        String action = element.hasAttr("action") ? element.absUrl("action") : element.baseUri();
        return new Form(URI.create(action), element.attr("method").toUpperCase(Locale.ROOT), fields);
    }

    /** The form with these fields typed in: name, value, name, value; an earlier value of the same name is replaced. */
    public Form with(String... namesAndValues) {
        Parameters typed = fields;
        for (int i = 0; i < namesAndValues.length; i += 2) typed = typed.without(namesAndValues[i]).and(namesAndValues[i], namesAndValues[i + 1]);
        return new Form(action, method, typed);
    }

    /** The form with one more value under a name that may already have some: another tick of a group, or the button pressed. */
    public Form adding(String name, String value) {
        return new Form(action, method, fields.and(name, value));
    }

    public Form without(String name) {
        return new Form(action, method, fields.without(name));
    }

    /** The form as a button sends it whose formaction is that path. */
    public Form sentTo(String path) {
        return new Form(action.resolve(path), method, fields);
    }

    public String value(String name) {
        return fields.one(name);
    }

    public List<String> values(String name) {
        return fields.all(name);
    }
}
