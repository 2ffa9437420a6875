package gatehouse.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What a failed sign-in leaves behind: nothing but a page that says what to do. */
final class FailedSignIn {

    private FailedSignIn() {
    }

    /** The page has that status and leads on; the visitor got no session and is signed out; neither code, token nor secret is shown. */
    static void check(int status, Page page, Visitor visitor) {
        assertEquals(status, page.status(), page.text());
        assertFalse(page.h1().isBlank());
        assertEquals("/login", page.html().select("main a.button.primary").attr("href"), page.text());
        assertFalse(page.text().contains("canary-"), page.text());
        signedOut(visitor);
        assertTrue(page.headers().allValues("set-cookie").stream().noneMatch(cookie -> cookie.startsWith("session=")), page.headers().toString());
    }

    static void signedOut(Visitor visitor) {
        assertTrue(visitor.cookies().find("session").isEmpty());
        Page profile = visitor.get("/profile");
        assertEquals(303, profile.status());
        assertEquals("/login", profile.location().getPath());
    }

    /** Whose session the visitor has. */
    static void signedIn(String username, Visitor visitor) {
        Page profile = visitor.get("/profile");
        assertEquals(200, profile.status(), profile.text());
        assertEquals(username, profile.formTo("/profile").value("username"));
    }
}
