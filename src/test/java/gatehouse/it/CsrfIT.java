package gatehouse.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import gatehouse.Sitemap;
import gatehouse.web.Api;
import gatehouse.it.Stage.Placed;
import gatehouse.it.provider.Person;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@InHouse
class CsrfIT {

    @RegisterExtension
    private static final Stage stage = new Stage();
    private static final Placed provider = stage.oidc("Csrf").person(Person.named("1", "csrf-ann"));
    private static String annsToken;

    @BeforeAll
    static void open() {
        annsToken = Trip.signIn(provider.slug()).get("/profile").csrf();
    }

    static Stream<String> unsafeDoors() {
        return Sitemap.read().stream().filter(door -> !Api.serves(door.address())).flatMap(door -> door.methods().stream().filter(method -> !method.equals("GET"))
                .map(method -> method + " " + door.address().replaceAll("\\{[^}]*}", "1").replace("/*", "/x")));
    }

    @ParameterizedTest
    @MethodSource("unsafeDoors")
    @DisplayName("X-01 no door takes a form without the token, with a wrong one or with somebody else's")
    void no_door_takes_a_form_without_the_token(String door) {
        String method = door.split(" ")[0];
        String address = door.split(" ")[1];
        for (String body : List.of("", "csrf=", "csrf=wrong", "csrf=" + annsToken, "csrf=" + annsToken + "&csrf=" + annsToken)) {
            Page page = stage.admin().visitor().send(method, address, "application/x-www-form-urlencoded", body);
            assertEquals(403, page.status(), door + " " + body);
            assertEquals("The form is out of date", page.h1());
        }
        assertEquals(200, stage.admin().visitor().get("/admin/sso").status());
    }

    @Test
    @DisplayName("X-02 a multipart form needs the token too, and a file is none")
    void a_multipart_form_needs_the_token_too() {
        Visitor visitor = House.here().visitor();
        String csrf = visitor.get("/login").csrf();
        String fields = part("name=\"username\"", "admin") + part("name=\"password\"", House.adminPassword());
        assertEquals(403, multipart(visitor, fields).status());
        assertEquals(403, multipart(visitor, fields + part("name=\"csrf\"; filename=\"csrf\"", csrf)).status());
        FailedSignIn.signedOut(visitor);
        assertEquals(303, multipart(visitor, fields + part("name=\"csrf\"", csrf)).status());
        FailedSignIn.signedIn("admin", visitor);
    }

    private static String part(String disposition, String value) {
        return "--edge\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n" + value + "\r\n";
    }

    private static Page multipart(Visitor visitor, String parts) {
        return visitor.send("POST", "/login", "multipart/form-data; boundary=edge", parts + "--edge--\r\n");
    }

    @Test
    @DisplayName("X-03 a token ends with the session or the signed-out browser it was made for")
    void a_token_ends_with_its_session() {
        Visitor visitor = House.here().visitor();
        String before = visitor.get("/login").csrf();
        Trip.begin(visitor, provider.slug()).end();
        String signedIn = visitor.get("/profile").csrf();
        assertNotEquals(before, signedIn);
        assertEquals(403, logout(visitor, before).status());
        Trip.begun(visitor, visitor.post("/sso/" + provider.slug(), Parameters.listed("csrf", signedIn))).end();
        String again = visitor.get("/profile").csrf();
        assertEquals(403, logout(visitor, signedIn).status());
        assertEquals(303, logout(visitor, again).status());
        assertEquals(403, logout(visitor, again).status());
        FailedSignIn.signedOut(visitor);
    }

    @ParameterizedTest
    @CsvSource({"Origin, null", "Origin, http://evil.test", "Origin, http://sub.localhost", "Origin, http://localhost", "Origin, https://localhost:1", "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, same-site"})
    @DisplayName("X-05 a form of another site is refused even with the token")
    void a_form_of_another_site_is_refused(String header, String value) {
        Visitor ann = Trip.signIn(provider.slug());
        String csrf = ann.get("/profile").csrf();
        assertEquals(403, logout(ann, csrf, header, value).status());
        FailedSignIn.signedIn("csrf-ann", ann);
    }

    @Test
    @DisplayName("X-05 the token is enough where no header tells of the site; the right origin and a header for the token do too")
    void the_token_is_enough() {
        Visitor ann = Trip.signIn(provider.slug());
        assertEquals(303, logout(ann, ann.get("/profile").csrf()).status());
        Visitor again = Trip.signIn(provider.slug());
        assertEquals(303, logout(again, again.get("/profile").csrf(), "Origin", House.here().address().toString(), "Sec-Fetch-Site", "same-origin").status());
        Visitor program = Trip.signIn(provider.slug());
        assertEquals(303, program.post("/logout", Parameters.none(), "X-CSRF-Token", program.get("/profile").csrf()).status());
    }

    private static Page logout(Visitor visitor, String csrf, String... headers) {
        return visitor.post("/logout", Parameters.listed("csrf", csrf), headers);
    }
}
