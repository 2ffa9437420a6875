package gatehouse.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What a person reads about themselves on their profile. */
public record Myself(Document html) {

    /** Opens the profile; fails when nobody is signed in. */
    public static Myself of(Visitor visitor) {
        Page page = visitor.get("/profile");
        assertEquals(200, page.status(), page::text);
        return new Myself(page.html());
    }

    /** Whether somebody is signed in there who may open the profile. */
    public static boolean signedIn(Visitor visitor) {
        return visitor.get("/profile").status() == 200;
    }

    public String username() {
        return html.selectFirst("input#username").val();
    }

    /** Whether the account has this name, or, where somebody of another test has it, the name with the subject behind it (product.md 7). */
    public boolean called(String name) {
        return username().equals(name) || subjects().stream().anyMatch(subject -> username().equals(name + "_" + subject.substring(0, Math.min(32, subject.length()))));
    }

    public String field(String name) {
        return html.selectFirst("input#" + name).val();
    }

    public String basePath() {
        return html.selectFirst("dl.facts dd code").text();
    }

    /** The sum that stands beside the words. */
    public int permission() {
        return Integer.parseInt(html.selectFirst("dl.facts .tag").text());
    }

    public String roles() {
        return html.select("dl.facts dd").get(2).text();
    }

    public boolean bound(String slug) {
        return html.selectFirst("form[action=/profile/bindings/" + slug + "/unbind]") != null;
    }

    public boolean mayBind(String slug) {
        return html.selectFirst("form[action=/profile/bindings/" + slug + "]") != null;
    }

    /** The account's name there, as it stands in the provider's row. */
    public String identity(String slug) {
        Element row = html.selectFirst("tr:has(form[action^=/profile/bindings/" + slug + "])");
        return row.selectFirst("td div").ownText();
    }

    public List<String> subjects() {
        return html.select("td small.mono").eachText();
    }

    /** Gives the account this username and password by the profile's own form; the current password where there is one. */
    public static Page setPassword(Visitor visitor, String password, String current) {
        Form form = visitor.get("/profile").formTo("/profile").with("newPassword", password);
        return visitor.submit(current.isEmpty() ? form : form.with("currentPassword", current));
    }
}
