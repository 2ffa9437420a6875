package gatehouse.security;

import gatehouse.secret.Tokens;

/** The form token: a hash of the cookie it belongs to, so that it changes with every sign-in and needs no row. */
final class Csrf {

    static final String FIELD = "csrf";
    static final String HEADER = "X-CSRF-Token";

    private Csrf() {
    }

    static String token(String cookie) {
        return Tokens.hash("csrf/" + cookie);
    }
}
