package gatehouse.account;

import gatehouse.secret.Tokens;

/** What guesses at a password are counted against. Kept as a hash, so that the table names nobody. */
public final class Bucket {

    private final String hash;

    private Bucket(String what) {
        hash = Tokens.hash(what);
    }

    /** A username, known or not: one count for everybody who comes from outside. */
    public static Bucket of(Username name) {
        return new Bucket("login/" + name.canonical());
    }

    /** A browser in which the account was signed in before. @param handle of the browser, 256 random bits */
    public static Bucket known(String handle) {
        return new Bucket("known/" + handle);
    }

    /** Whoever is signed in as that account, and proves it anew. */
    static Bucket proofs(long account) {
        return new Bucket("proof/" + account);
    }

    String hash() {
        return hash;
    }
}
