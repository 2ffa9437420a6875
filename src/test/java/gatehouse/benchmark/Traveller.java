package gatehouse.benchmark;

import gatehouse.it.Page;
import gatehouse.it.Parameters;
import gatehouse.it.Visitor;
import gatehouse.it.provider.FakeProvider;
import gatehouse.it.provider.Person;
import java.net.URI;

/** One person with a fresh browser, step by step; every step fails unless it ends as it should. */
final class Traveller {

    private final Visitor browser;
    private final FakeProvider provider;
    private final Person person;
    private String csrf;

    Traveller(URI house, FakeProvider provider, int number) {
        this.browser = new Visitor(house);
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
