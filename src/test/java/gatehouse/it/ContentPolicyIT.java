package gatehouse.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import gatehouse.Sitemap;
import gatehouse.Sitemap.Door;
import gatehouse.web.Api;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every page of the sitemap in a real browser: none breaks our own content security policy. LooksIT asks the same of the states it goes through. */
@InHouse
@Needs({"chromium", "chromedriver"})
class ContentPolicyIT {

    private static final Pattern NO_PAGES = Pattern.compile("/(sso|static|icons|status|api|callback|\\.gatehouse)(/.*)?|/admin/audit/export");
    @RegisterExtension
    private static final Stage stage = new Stage();
    private static final Stage.Placed works = stage.oidc("Policy Works");
    private static final Desk desk = new Desk(stage.admin().visitor());

    private static List<String> pages() {
        return Sitemap.read().stream().filter(door -> door.methods().contains("GET")).map(Door::address)
                .filter(address -> !Api.serves(address) && !NO_PAGES.matcher(address).matches()).distinct().map(ContentPolicyIT::real).toList();
    }

    /** With the names and numbers of what is there; there is no guarded service. */
    private static String real(String address) {
        if (address.startsWith("/admin/users/{id}")) return address.replace("/admin/users/{id}", desk.find("admin"));
        String role = desk.visitor().get("/admin/roles").html().select("tbody th a").attr("href");
        return address.replace("/admin/roles/{id}", role).replace("{slug}", works.slug()).replaceAll("\\{[^}]*}", "1");
    }

    @Test
    @DisplayName("V-09 no page of the sitemap breaks the policy, for an administrator or for a stranger")
    void no_page_breaks_the_policy() {
        List<String> broken = new ArrayList<>();
        try (Chromium chromium = Chromium.open()) {
            look(chromium, List.of("/login", "/login?next=/profile", "/no-such-page", "/callback", "/api/auth/sso"), broken);
            chromium.open(House.here().address() + "/login").type("username", "admin").type("password", House.adminPassword()).pressAt("form[action='/login'] button");
            List<String> pages = pages();
            assertTrue(pages.size() > 30, pages::toString);
            look(chromium, pages, broken);
            look(chromium, List.of("/api/auth/sso?method=get_sso_id"), broken);
        }
        assertEquals(List.of(), broken);
    }

    private static void look(Chromium chromium, List<String> pages, List<String> broken) {
        for (String page : pages) {
            chromium.open(House.here().address() + page);
            assertFalse(chromium.h1().isBlank(), page);
            chromium.complaints().forEach(complaint -> broken.add(page + ": " + complaint));
        }
    }

    @Test
    @DisplayName("V-09 the browser does tell when something breaks it: a script, a style and a picture that are not ours")
    void a_broken_policy_is_told() {
        try (Chromium chromium = Chromium.open()) {
            for (String foreign : List.of("const s = document.createElement('script'); s.textContent = 'window.ran = 1'; document.head.append(s)",
                    "const s = document.createElement('style'); s.textContent = 'p { color: red }'; document.head.append(s)",
                    "const i = document.createElement('img'); i.src = 'data:image/gif;base64,R0lGODlhAQABAAAAACw='; document.body.append(i)")) {
                chromium.open(House.here().address() + "/login");
                chromium.driver().executeScript(foreign);
                assertTrue(chromium.complaints().stream().anyMatch(complaint -> complaint.contains("Content Security Policy")), foreign);
            }
            assertEquals(Boolean.TRUE, chromium.driver().executeScript("return window.ran === undefined"));
        }
    }
}
