package gatehouse.it;

/** The password form of the sign-in page. */
public final class Login {

    private Login() {
    }

    /** As {@link #with}, in a new browser. */
    public static Page anew(String username, String password) {
        return with(House.here().visitor(), username, password);
    }

    /** Types a username and a password and presses the button; the answer is not followed. */
    public static Page with(Visitor visitor, String username, String password) {
        return visitor.submit(visitor.get("/login").formTo("/login").with("username", username, "password", password));
    }
}
