package gatehouse.account;

import java.util.List;

import gatehouse.secret.Tokens;

/** What guesses at a password are counted against, alone or together with others of its kind. Kept as a hash, so that the table names nobody. */
public final class Bucket {

    private static final int FREE = 10;
    private static final int FREE_OF_ALL_KNOWN = 30;

    private final String hash;
    private final int free;
    private final List<Bucket> around;

    private Bucket(String what, int free, Bucket... around) {
        this.hash = Tokens.hash(what);
        this.free = free;
        this.around = List.of(around);
    }

    /** A username, known or not: one count for everybody who comes from outside. */
    public static Bucket of(Username name) {
        return new Bucket("login/" + name.canonical(), FREE);
    }

    /**
     * A browser in which the account was signed in before. All of them have thirty guesses together, so that it is no use to collect them;
     * one alone spends ten at once and then one after each pause, which leaves the others some.
     *
     * @param handle of the browser, 256 random bits
     * @param whose  the account, and its password of now
     */
    public static Bucket known(String handle, String whose) {
        return new Bucket("known/" + handle, FREE, new Bucket("all known/" + whose, FREE_OF_ALL_KNOWN));
    }

    /** Whoever is signed in as that account, and proves it anew. */
    static Bucket proofs(long account) {
        return new Bucket("proof/" + account, FREE);
    }

    /** What it is counted together with. */
    List<Bucket> around() {
        return around;
    }

    String hash() {
        return hash;
    }

    /** How many guesses need no pause. */
    int free() {
        return free;
    }
}
