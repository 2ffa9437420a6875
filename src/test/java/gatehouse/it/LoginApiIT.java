package gatehouse.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@InHouse
class LoginApiIT {

    private static final String PASSWORD = "nine green ladders";
    @RegisterExtension
    private static final Stage stage = new Stage();
    private static final Town town = new Town(stage);

    private static Page login(String username, String password) {
        return Program.anonymous().post("/api/auth/login", "{\"username\":\"" + username + "\",\"password\":\"" + password + "\",\"otp_code\":\"\"}");
    }

    @Test
    void a_name_and_a_password_give_a_token_and_no_cookie() {
        town.resident("api-ann", PASSWORD);
        Page page = login("api-ann", PASSWORD);
        assertTrue(page.headers().allValues("set-cookie").isEmpty());
        Program ann = Program.with(Program.data(page).get("token").textValue());
        assertEquals("api-ann", Program.data(ann.get("/api/me")).get("username").textValue());
        assertEquals(403, ann.get("/api/admin/setting/list").status());
        assertEquals(200, Program.admin().get("/api/admin/setting/list").status());
    }

    @Test
    @DisplayName("L-01 every failure looks the same to a program too")
    void every_failure_looks_the_same() {
        town.resident("api-l01", PASSWORD);
        List<String> answers = List.of(login("api-l01", "wrong"), login("api-nobody", "wrong"), login("api-l01", "")).stream()
                .map(page -> page.status() + " " + page.text()).distinct().toList();
        assertEquals(1, answers.size(), answers::toString);
        assertTrue(answers.get(0).startsWith("401 {\"code\":401"), answers.get(0));
    }

    @Test
    @DisplayName("L-03 the limit counts the tries of programs and of people together")
    void tries_are_limited_by_every_pathway() {
        for (int i = 0; i < 5; i++) assertEquals(401, login("api-l03", "guess" + i).status());
        for (int i = 0; i < 5; i++) assertEquals(401, Login.anew("api-l03", "guess" + i).status());
        Page limited = login("api-l03", "guess");
        assertEquals(429, limited.status());
        assertTrue(Integer.parseInt(limited.header("Retry-After").orElseThrow()) >= 1);
    }

    @Test
    @DisplayName("X-10 a sign-in that another site could send opens nothing")
    void a_form_signs_nobody_in() {
        Visitor visitor = House.here().visitor();
        String fields = "{\"username\":\"admin\",\"password\":\"" + House.adminPassword() + "\"}";
        for (String type : List.of("text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "application/jsonx", "application/json, text/plain")) {
            assertEquals(415, visitor.send("POST", "/api/auth/login", type, fields).status(), type);
        }
        assertEquals(403, visitor.send("POST", "/api/auth/login", "application/json", fields, "Origin", "https://evil.test").status());
        assertEquals(403, visitor.send("POST", "/api/auth/login", "application/json", fields, "Sec-Fetch-Site", "cross-site").status());
        FailedSignIn.signedOut(visitor);
    }

    @Test
    void a_hash_of_the_password_is_refused_with_words() {
        Page page = Program.anonymous().post("/api/auth/login/hash", "{\"username\":\"admin\",\"password\":\"0\"}");
        assertEquals(400, page.status());
        assertTrue(Program.message(page).contains("/api/auth/login"));
    }

    @Test
    @DisplayName("K-06 K-07 signing out ends the token; a link signs no browser out")
    void signing_out_ends_what_it_came_with() {
        Visitor browser = town.resident("api-out", PASSWORD);
        Program one = Program.login("api-out", PASSWORD);
        Program two = Program.login("api-out", PASSWORD);
        assertEquals(200, one.get("/api/auth/logout").status());
        assertEquals(401, one.get("/api/me").status());
        assertEquals(200, two.post("/api/auth/logout").status());
        assertEquals(401, two.get("/api/me").status());
        assertEquals(405, browser.get("/api/auth/logout").status());
        assertEquals(403, browser.send("POST", "/api/auth/logout", "application/json", "").status());
        FailedSignIn.signedIn("api-out", browser);
        assertEquals(200, browser.send("POST", "/api/auth/logout", "application/json", "", "X-CSRF-Token", browser.get("/profile").csrf()).status());
        FailedSignIn.signedOut(browser);
    }
}
