package gatehouse.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.jsoup.nodes.Document;

/** A provider to try, and the administrator who tries it. */
final class Trials {

    static final String PAGE = "/admin/trial";

    final Stage.Placed works;
    final Visitor admin;

    Trials(Stage stage) {
        works = stage.oidc("Trial Works");
        admin = stage.admin().visitor();
    }

    static Page press(Visitor visitor, String slug) {
        return visitor.post(PAGE + "/" + slug, Bindings.token(visitor));
    }

    Trip begin() {
        return Trip.begun(admin, press(admin, works.slug()));
    }

    /** There and back; the end is the trace, never a sign-in. */
    Document tried() {
        return shown(begin().end());
    }

    Document shown(Page end) {
        assertEquals(303, end.status(), end::text);
        assertEquals(PAGE, end.location().getPath());
        Page page = admin.get(end.location());
        assertEquals(200, page.status(), page::text);
        return page.html();
    }

    static String notice(Document page) {
        return page.selectFirst("main > .notice").text();
    }

    static List<String> steps(Document page) {
        return page.select("ol.trace > li:not(.left) > div").stream().map(step -> step.ownText()).toList();
    }
}
