package gatehouse.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gatehouse.it.provider.Person;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@InHouse
class HostileNamesIT {

    /** Each would leave the place it is printed in, if it were not escaped. */
    private static final List<String> PAYLOADS = List.of("<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' autofocus onfocus=alert(1) x='",
            "</title><script>alert(1)</script>", "</textarea><svg onload=alert(1)>", "<!--<script>", "</script><script>alert(1)</script>", "a\u2028alert(1)",
            "${7*7}#{7*7}<#assign x=1>{0}", "&lt;b&gt;&amp;amp;");

    @RegisterExtension
    private static final Stage stage = new Stage();
    private static final Stage.Placed works = stage.oidc("Hostile Works");

    private static Person hostile(String subject, String payload) {
        return Person.named(subject, payload).with("nickname", payload).with("email", payload).with("picture", payload).with("phone_number", payload)
                .with("profile", payload);
    }

    @Test
    @DisplayName("V-01 V-03 what a provider says of a person is plain text on the profile, in every field")
    void the_profile_shows_hostile_names_as_text() {
        int at = 0;
        for (String payload : PAYLOADS) {
            works.person(hostile("v01-" + at++ + payload, payload));
            Visitor visitor = Trip.signIn(works.slug());
            Page profile = visitor.get("/profile");
            assertInert(profile, payload);
            assertEquals("v01-" + (at - 1) + payload.replace('\u2028', ' '), profile.html().selectFirst("td small.mono").wholeText().replace('\u2028', ' '));
        }
    }

    @Test
    @DisplayName("V-01 refusals name the provider, never what it said")
    void refusals_do_not_repeat_the_provider() {
        stage.off("autoRegister");
        try {
            for (String payload : PAYLOADS) {
                works.person(hostile("v01-refused" + payload, payload));
                Page refused = Trip.begin(House.here().visitor(), works.slug()).end();
                assertEquals(403, refused.status());
                assertInert(refused, payload);
                assertFalse(refused.text().contains("alert(1)"));
            }
        } finally {
            stage.set("autoRegister", "true");
        }
    }

    @Test
    @DisplayName("V-01 V-02 error, error_description and error_uri of a callback are not shown, known state or not")
    void errors_of_a_callback_are_not_shown() {
        Visitor visitor = House.here().visitor();
        for (String payload : PAYLOADS) {
            Trip trip = Trip.begin(visitor, works.slug());
            Page known = trip.end(answer -> answer.without("code").and("error", "access_denied").and("error_description", payload)
                    .and("error_uri", "javascript:alert(1)"));
            Page unknown = visitor.get("/api/auth/sso_callback/" + works.slug() + "?" + Parameters.listed("state", payload, "error", payload).encoded());
            for (Page page : List.of(known, unknown)) {
                assertTrue(page.status() == 400 || page.status() == 403, () -> "" + page.status());
                assertInert(page, payload);
                assertFalse(page.text().contains("alert(1)"), page::text);
            }
        }
    }

    @Test
    @DisplayName("V-07 a provider's own name is plain text on the sign-in page, in the list, on its page and in refusals")
    void a_hostile_provider_name_is_text_everywhere() {
        String name = "<img src=x onerror=alert(1)>\"'&{0}";
        Stage.Placed odd = stage.oidc(name);
        Visitor admin = stage.admin().visitor();
        stage.off("autoRegister");
        Page refused = Trip.begin(House.here().visitor(), odd.slug()).end();
        stage.set("autoRegister", "true");
        for (Page page : List.of(refused, House.here().visitor().get("/login"), admin.get("/admin/providers"), admin.get("/admin/providers/" + odd.slug()),
                admin.get("/admin/providers/" + odd.slug() + "/delete"), admin.get("/profile"))) {
            assertInert(page, name);
            assertTrue(page.html().wholeText().contains(name) || page.html().select("input").eachAttr("value").contains(name), page::text);
        }
    }

    /** No element, attribute or address of the page comes from the payload. */
    private static void assertInert(Page page, String payload) {
        Document html = page.html();
        assertEquals(1, html.select("script").size(), page::text);
        for (Element element : html.getAllElements()) {
            element.attributes().forEach(attribute -> assertFalse(attribute.getKey().startsWith("on"), () -> element.outerHtml()));
            assertFalse(element.attr("href").startsWith("javascript:"), element::outerHtml);
        }
        assertEquals(0, html.select("img, [autofocus], svg[onload]").size(), page::text);
        assertFalse(page.text().contains("49"  + "49"), "an expression of the name was evaluated");
    }
}
