package gatehouse.it;

/** A visitor's walk to a provider that agrees at once, and back. */
public final class Walk {

    private Walk() {
    }

    /** A new person, signed in by that provider. */
    public static Visitor newcomer(String slug) {
        Visitor visitor = House.here().visitor();
        Page home = signIn(visitor, slug);
        if (home.status() != 303) throw new AssertionError(home.status() + ": " + home.h1() + "\n" + home.text());
        return visitor;
    }

    /** There and back: the answer to the callback. */
    public static Page signIn(Visitor visitor, String slug) {
        return visitor.get(away(visitor, begin(visitor, slug)).location());
    }

    /** Presses the provider's button: the redirect to the provider. */
    public static Page begin(Visitor visitor, String slug) {
        return visitor.post("/sso/" + slug, Parameters.listed("csrf", csrf(visitor)));
    }

    /** What the provider answers: the redirect home, not yet followed. */
    public static Page away(Visitor visitor, Page departure) {
        Page home = visitor.get(departure.location());
        if (!home.redirects()) throw new AssertionError("the provider did not agree: " + home.status() + " " + home.text());
        return home;
    }

    /** Binds from the profile, there and back: the answer to the callback. */
    public static Page bind(Visitor visitor, String slug) {
        return visitor.get(away(visitor, beginToBind(visitor, slug)).location());
    }

    public static Page beginToBind(Visitor visitor, String slug) {
        return visitor.post("/profile/bindings/" + slug, Parameters.listed("csrf", csrf(visitor)));
    }

    public static Page unbind(Visitor visitor, String slug) {
        return visitor.post("/profile/bindings/" + slug + "/unbind", Parameters.listed("csrf", csrf(visitor)));
    }

    /** The form token of this browser and session, read from a page. */
    public static String csrf(Visitor visitor) {
        return visitor.follow(visitor.get("/login")).csrf();
    }
}
