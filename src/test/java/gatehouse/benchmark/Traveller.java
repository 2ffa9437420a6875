package gatehouse.benchmark;

import gatehouse.it.Form;
import gatehouse.it.Page;
import gatehouse.it.Parameters;
import gatehouse.it.Visitor;
import gatehouse.it.provider.FakeProvider;
import gatehouse.it.provider.Person;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Stream;

/** One person with a fresh browser, step by step; every step fails unless it ends as it should. */
final class Traveller {

    static final String GUARDED = "/guarded";

    private final Visitor browser;
    private final Visitor program;
    private final FakeProvider provider;
    private final Person person;
    private final URI house;
    private String csrf;
    private String token;

    Traveller(URI house, FakeProvider provider, int number) {
        this.house = house;
        this.browser = new Visitor(house);
        this.program = new Visitor(house);
        this.provider = provider;
        this.person = Person.named("subject-" + number, "person" + number);
    }

    void opensLogin() {
        csrf = expect(200, browser.get("/login")).csrf();
    }

    void opensProfile() {
        csrf = expect(200, browser.get("/profile")).csrf();
    }

    void opensStylesheet() {
        expect(200, browser.get("/static/gatehouse.css"));
    }

    void opensStatus() {
        expect(200, program.get("/status/live"));
    }

    /** An access token that guarded services take. */
    void makesToken() {
        Form form = expect(200, browser.get("/profile")).formTo("/profile/tokens").without("tokenScopes").with("tokenName", "benchmark", "tokenDays", "7", "tokenUntil", "");
        token = expect(200, browser.submit(form.adding("tokenScopes", "verify"))).html().selectFirst("input#minted").val();
    }

    void isCheckedByCookie() {
        checked(browser);
    }

    void isCheckedByBearer() {
        checked(program, "Authorization", "Bearer " + token);
    }

    void isCheckedByBasic() {
        checked(program, "Authorization", "Basic " + Base64.getEncoder().encodeToString((":" + token).getBytes(StandardCharsets.US_ASCII)));
    }

    private void checked(Visitor asking, String... headers) {
        String[] all = Stream.concat(Stream.of("X-Original-Method", "GET", "X-Original-URL", house + GUARDED), Stream.of(headers)).toArray(String[]::new);
        expect(200, asking.get("/api/auth/verify", all));
    }

    void signsIn(String slug) {
        travels("/sso/" + slug);
    }

    void binds(String slug) {
        travels("/profile/bindings/" + slug);
    }

    void unbinds(String slug) {
        expect(303, posts("/profile/bindings/" + slug + "/unbind"));
    }

    private void travels(String start) {
        expect(303, browser.get(agrees(expect(303, posts(start)).location())));
    }

    /** The provider has one person before it at a time. */
    private URI agrees(URI authorize) {
        synchronized (provider) {
            provider.person(person);
            return expect(302, browser.get(authorize)).location();
        }
    }

    private Page posts(String path) {
        return browser.post(path, Parameters.listed("csrf", csrf));
    }

    private static Page expect(int status, Page page) {
        if (page.status() != status) throw new IllegalStateException(page.address() + " answered " + page.status() + ":\n" + page.text());
        return page;
    }
}
