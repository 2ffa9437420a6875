package gatehouse.account;

import gatehouse.web.Refusal;

/** The name of a role: 1 to 64 characters of those that usernames have, NFKC; two that look alike are one. */
public record RoleName(String value) {

    private static final int LONGEST = 64;

    /** Refuses (422) what is empty, too long or made of other characters. */
    public static RoleName of(String typed) {
        if (typed.length() > 4 * LONGEST) throw Refusal.invalid("account.role.long", LONGEST);
        String name = Letters.normal(typed);
        if (name.isEmpty()) throw Refusal.invalid("account.role.empty");
        if (name.length() > LONGEST) throw Refusal.invalid("account.role.long", LONGEST);
        if (!Letters.cleaned(name).equals(name)) throw Refusal.invalid("account.role.characters");
        return new RoleName(name);
    }

    boolean looksLike(String other) {
        return Canonical.of(value).equals(Canonical.of(other));
    }
}
