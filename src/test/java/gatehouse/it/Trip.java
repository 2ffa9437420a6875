package gatehouse.it;

import java.net.URI;
import java.util.function.UnaryOperator;

/** One visitor's trip to a provider and back, step by step as a browser takes it. */
public final class Trip {

    private final Visitor visitor;
    private final Page departure;
    private URI home;

    private Trip(Visitor visitor, Page departure) {
        this.visitor = visitor;
        this.departure = departure;
    }

    /** Presses the provider's button on the sign-in page. */
    public static Trip begin(Visitor visitor, String slug) {
        return begun(visitor, visitor.submit(button(visitor, slug)));
    }

    /** The form that the provider's button sends. */
    public static Form button(Visitor visitor, String slug) {
        return visitor.get("/login").form("form.ways").sentTo("/sso/" + slug);
    }

    /** A trip that some other button or address has begun. */
    public static Trip begun(Visitor visitor, Page departure) {
        if (!departure.redirects()) throw new AssertionError(departure.status() + " instead of a departure:\n" + departure.text());
        return new Trip(visitor, departure);
    }

    /** A new person signs in by that provider; fails when they do not get in. */
    public static Visitor signIn(String slug) {
        Visitor visitor = House.here().visitor();
        Page end = begin(visitor, slug).end();
        if (end.status() != 303) throw new AssertionError(end.status() + " instead of a sign-in:\n" + end.text());
        return visitor;
    }

    public Page departure() {
        return departure;
    }

    /** A parameter of the authorize request. */
    public String asked(String name) {
        return departure.locationParameter(name);
    }

    /** Where the provider sends the browser back to; asked for once. */
    public URI home() {
        if (home == null) home = visitor.get(departure.location()).location();
        return home;
    }

    /** The query that the provider sends back. */
    public Parameters answer() {
        return Parameters.of(home().getRawQuery());
    }

    /** The visitor comes home. */
    public Page end() {
        return end(visitor);
    }

    /** Somebody comes home with this visitor's answer. */
    public Page end(Visitor whoever) {
        return whoever.get(home());
    }

    /** The visitor comes home with another query than the provider's. */
    public Page end(UnaryOperator<Parameters> change) {
        return visitor.get(home().getPath() + "?" + change.apply(answer()).encoded());
    }
}
