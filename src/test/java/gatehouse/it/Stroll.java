package gatehouse.it;

import org.jsoup.nodes.Element;

/** Somebody who goes on only by what the page before them offers: its links and its buttons. */
final class Stroll {

    private final Visitor visitor;
    private Page here;

    Stroll(Visitor visitor, String door) {
        this.visitor = visitor;
        this.here = visitor.follow(visitor.get(door));
    }

    Page here() {
        return here;
    }

    /** Follows the first link that the CSS query finds. */
    Stroll link(String css) {
        here = visitor.follow(visitor.get(found(css).absUrl("href")));
        return this;
    }

    /** Presses the first button that the CSS query finds, with this typed into its form: name, value, name, value. */
    Stroll press(String css, String... typed) {
        Element button = found(css);
        Form form = Form.of(button.closest("form")).with(typed);
        here = visitor.follow(visitor.submit(button.hasAttr("formaction") ? form.sentTo(button.attr("formaction")) : form));
        return this;
    }

    String text(String css) {
        return found(css).text();
    }

    private Element found(String css) {
        Element found = here.html().selectFirst(css);
        if (found == null) throw new AssertionError("no " + css + " at " + here.address() + "\n" + here.text());
        return found;
    }
}
