package gatehouse.provider;

import gatehouse.secret.Tokens;

/** Marks one filled-in form, so that sending it twice adds one provider; null when a form carries none. */
record Ticket(String value) {

    static Ticket fresh() {
        return new Ticket(Tokens.fresh());
    }

    static Ticket typed(String text) {
        return new Ticket(text.matches("[A-Za-z0-9_-]{43}") ? text : null);
    }
}
