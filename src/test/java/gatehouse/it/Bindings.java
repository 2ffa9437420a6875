package gatehouse.it;

/** What a signed-in person does about their identities, by the profile's own addresses. */
public final class Bindings {

    private Bindings() {
    }

    /** Presses Bind: a trip to the provider begins. */
    public static Trip begin(Visitor visitor, String slug) {
        return Trip.begun(visitor, visitor.post("/profile/bindings/" + slug, token(visitor)));
    }

    /** There and back: the answer to the callback. */
    public static Page bind(Visitor visitor, String slug) {
        return begin(visitor, slug).end();
    }

    public static Page unbind(Visitor visitor, String slug) {
        return visitor.post("/profile/bindings/" + slug + "/unbind", token(visitor));
    }

    /** The hidden field of this browser's and session's forms, read from a page. */
    public static Parameters token(Visitor visitor) {
        return Parameters.listed("csrf", visitor.follow(visitor.get("/login")).csrf());
    }
}
