package gatehouse.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gatehouse.it.Stage.Placed;
import gatehouse.it.provider.Person;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@InHouse
class SeedAddressesIT {

    private static final String CALLBACK = "/api/auth/sso_callback";
    private static final String NOT_BOUND = "{\"code\":400,\"message\":\"The single sign on platform is not bound to any users: record not found\",\"data\":null}";
    @RegisterExtension
    private static final Stage stage = new Stage();
    private static final Placed own = stage.oidc("Seed own", "redirectStyle", "OWN");
    private static final Placed alist = stage.oidc("Seed AList", "redirectStyle", "ALIST");
    private static final Placed fixed = stage.oidc("Seed fixed", "redirectStyle", "FIXED", "redirectUrl", House.here().address() + "/callback");
    private static final Placed github = stage.oauth("Seed GitHub", "redirectStyle", "ALIST", "mappingType", "GITHUB");

    private final Visitor visitor = House.here().visitor();

    @BeforeEach
    void seat() {
        own.person(Person.named("1", "seed-own"));
        alist.person(Person.named("2", "seed-alist"));
        fixed.person(Person.named("3", "seed-fixed"));
        github.person(Person.named("4", "seed-github").with("id", 4).with("login", "seed-github"));
    }

    @AfterEach
    void forget() {
        stage.off("compatibility");
        stage.set("autoRegister", "true");
    }

    @Test
    @DisplayName("an attempt ends at its own address, by each of the styles")
    void an_attempt_ends_at_its_own_address() {
        endsAt(CALLBACK + "/" + own.slug(), own);
        endsAt("/callback", fixed);
        endsAt(CALLBACK + "?method=sso_get_token", alist);
        endsAt(CALLBACK + "?method=sso_get_token", github);
        stage.set("compatibility", "true");
        endsAt("/api/auth/sso_get_token", alist);
        endsAt("/api/auth/sso_get_token", github);
        endsAt(CALLBACK + "/" + own.slug(), own);
        endsAt("/callback", fixed);
    }

    private static void endsAt(String address, Placed provider) {
        Visitor person = House.here().visitor();
        Trip trip = Trip.begin(person, provider.slug());
        assertEquals(House.here().address() + address, trip.asked("redirect_uri"));
        assertEquals(303, trip.end().status());
        assertEquals(200, person.get("/profile").status());
    }

    @Test
    @DisplayName("binding ends at its own address, by each of the styles; GitHub takes one for everything")
    void binding_ends_at_its_own_address() {
        for (Placed provider : List.of(own, alist, fixed, github)) provider.person(Person.named("bound", "seed-bound").with("id", 5).with("login", "seed-bound"));
        Visitor person = Trip.signIn(own.slug());
        bindsAt(CALLBACK + "/" + own.slug(), own, person);
        bindsAt("/callback", fixed, person);
        bindsAt(CALLBACK + "?method=get_sso_id", alist, person);
        bindsAt(CALLBACK + "?method=get_sso_id", github, person);
        stage.set("compatibility", "true");
        bindsAt("/api/auth/get_sso_id", alist, person);
        bindsAt("/api/auth/sso_get_token", github, person);
    }

    private static void bindsAt(String address, Placed provider, Visitor person) {
        Page departure = person.post("/profile/bindings/" + provider.slug(), Parameters.listed("csrf", person.get("/profile").csrf()));
        Trip trip = Trip.begun(person, departure);
        assertEquals(House.here().address() + address, trip.asked("redirect_uri"));
        assertEquals(House.here().address() + "/profile", trip.end().location().toString());
    }

    @Test
    @DisplayName("S-09 an attempt ends at no other of the addresses, and its code goes to nobody")
    void an_attempt_ends_at_no_other_address() {
        List<String> addresses = List.of(CALLBACK, CALLBACK + "/" + own.slug(), CALLBACK + "/" + alist.slug(), "/api/auth/sso_get_token", "/api/auth/get_sso_id", "/callback");
        for (Placed provider : List.of(own, alist, fixed)) {
            for (String address : addresses) {
                Trip trip = Trip.begin(visitor, provider.slug());
                if (!trip.home().getPath().equals(address)) FailedSignIn.check(400, visitor.get(address + "?" + trip.answer().encoded()), visitor);
            }
            assertEquals(0, provider.tokenCalls());
        }
    }

    @Test
    @DisplayName("the method in a callback is not read, and an attempt outlives the compatibility switch")
    void the_method_in_a_callback_is_not_read() {
        Trip trip = Trip.begin(visitor, alist.slug());
        stage.set("compatibility", "true");
        assertEquals(303, trip.end(answer -> answer.without("method").and("method", "get_sso_id").and("method", "x")).status());
        FailedSignIn.signedIn("seed-alist", visitor);
    }

    @Test
    @DisplayName("GET /api/auth/sso begins at the provider named, and lets choose among several")
    void the_seeds_way_begins() {
        Trip trip = Trip.begun(visitor, visitor.get("/api/auth/sso?method=sso_get_token&provider=" + own.slug()));
        assertEquals(303, trip.end().status());
        FailedSignIn.signedIn("seed-own", visitor);
        Page choice = House.here().visitor().get("/api/auth/sso?method=sso_get_token");
        assertEquals(200, choice.status());
        assertTrue(choice.html().select("form.ways button").eachAttr("formaction").containsAll(List.of("/sso/" + own.slug(), "/sso/" + alist.slug())));
    }

    @Test
    @DisplayName("GET /api/auth/sso takes the only provider there is")
    void the_only_provider_need_not_be_named() {
        List<String> others = visitor.get("/login").html().select("form.ways button").eachAttr("formaction").stream().map(path -> path.substring("/sso/".length()))
                .filter(slug -> !slug.equals(own.slug())).toList();
        others.forEach(stage.admin()::disable);
        try {
            assertTrue(visitor.get("/api/auth/sso?method=sso_get_token").location().toString().startsWith(own.fake().at("/authorize?")));
        } finally {
            others.forEach(stage.admin()::enable);
        }
    }

    @Test
    @DisplayName("GET /api/auth/sso begins no binding: it shows the buttons to who is signed in")
    void binding_is_only_offered() {
        String address = "/api/auth/sso?method=get_sso_id";
        assertEquals("/login", visitor.get(address).location().getPath());
        Page offer = Trip.signIn(own.slug()).get(address);
        assertEquals(200, offer.status());
        assertTrue(offer.html().select("form.ways[method=post] button").eachAttr("formaction").contains("/profile/bindings/" + alist.slug()));
    }

    @Test
    @DisplayName("programs read JSON whose code is the HTTP status")
    void programs_read_json() throws Exception {
        List<String> addresses = List.of("/api/auth/sso", "/api/auth/sso?method=x", "/api/auth/sso?method=sso_get_token", "/api/auth/sso?method=sso_get_token&provider=none",
                "/api/auth/sso?method=get_sso_id", CALLBACK, CALLBACK + "?state=x&code=y", CALLBACK + "/" + own.slug() + "?error=x", "/api/nothing");
        for (String address : addresses) {
            Page answer = visitor.get(address, "Accept", "application/json");
            JsonNode envelope = new ObjectMapper().readTree(answer.text());
            assertEquals(answer.status(), envelope.path("code").asInt(), address + answer.text());
            assertTrue(answer.status() >= 400 && envelope.path("message").isTextual() && envelope.path("data").isNull(), answer.text());
            assertEquals(3, envelope.size());
            Page page = visitor.get(address, "Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
            assertTrue(page.redirects() || page.header("Content-Type").orElseThrow().startsWith("text/html"), address);
        }
    }

    @Test
    @DisplayName("A18 who is bound to nobody reads AList's sentence: to the letter as JSON, with the mend as a page")
    void who_is_bound_to_nobody_is_told_so() {
        stage.off("autoRegister");
        own.person(Person.named("stranger", "seed-stranger"));
        Page page = Trip.begin(visitor, own.slug()).end();
        FailedSignIn.check(403, page, visitor);
        assertTrue(page.html().select("main").text().contains("The single sign on platform is not bound to any users: record not found"));
        assertTrue(page.html().select("main").text().contains("Auto register"));
        Page json = visitor.get(Trip.begin(visitor, own.slug()).home(), "Accept", "application/json");
        assertEquals(400, json.status());
        assertEquals(NOT_BOUND, json.text());
        assertTrue(json.header("Content-Type").orElseThrow().startsWith("application/json"));
        FailedSignIn.signedOut(visitor);
    }
}
