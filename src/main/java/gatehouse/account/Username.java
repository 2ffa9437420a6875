package gatehouse.account;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import gatehouse.web.Refusal;

/**
 * A name as shown (NFKC, 1 to 64 code points) and as compared: canonical forms of names that look alike, or differ in case only,
 * are equal; at most 256 characters.
 */
public record Username(String shown, String canonical) {

    private static final int LONGEST = 64;
    private static final int LONGEST_TYPED = 256;
    private static final Set<String> RESERVED = Stream.of(". .. ... con prn aux nul root guest anonymous null undefined dav webdav "
            + "system administrator com1 com2 com3 com4 com5 com6 com7 com8 com9 lpt1 lpt2 lpt3 lpt4 lpt5 lpt6 lpt7 lpt8 lpt9")
            .flatMap(names -> Stream.of(names.split(" "))).map(Confusables::skeleton).collect(Collectors.toUnmodifiableSet());

    private Username(String shown) {
        this(shown, Canonical.of(shown));
    }

    /** A name from a form: refuses (422), naming the mend, what is empty, too long, reserved or made of other characters. */
    public static Username of(String typed) {
        if (typed.length() > LONGEST_TYPED) throw tooLong();
        String normal = Letters.normal(typed);
        if (normal.isEmpty()) throw Refusal.invalid("account.username.empty");
        if (normal.codePointCount(0, normal.length()) > LONGEST) throw tooLong();
        if (!Letters.cleaned(normal).equals(normal)) throw Refusal.invalid("account.username.characters");
        Username name = new Username(normal);
        if (name.reserved()) throw Refusal.invalid("account.username.reserved", name.shown);
        return name;
    }

    /** A name from a provider, of any length: other characters become _, nothing left gives "user"; it may be reserved. */
    public static Username from(String providerText) {
        String clean = Letters.cut(Letters.cleaned(Letters.normal(Letters.cut(bounded(providerText), LONGEST_TYPED))), LONGEST);
        return new Username(clean.isEmpty() ? "user" : clean);
    }

    /** What the canonical forms of all usernames begin with that begin like this text, which is at most 256 characters long. */
    public static String beginning(String typed) {
        return Confusables.skeleton(Letters.normal(bounded(typed)));
    }

    /** {@code name_suffix}: the suffix cleaned like a name, at most 32 code points of it, the name cut so that 64 hold both. */
    public Username withSuffix(String suffix) {
        String end = "_" + Letters.cut(Letters.cleaned(Letters.normal(Letters.cut(bounded(suffix), LONGEST_TYPED))), LONGEST / 2);
        return new Username(Letters.cut(shown, LONGEST - end.codePointCount(0, end.length())) + end);
    }

    /** Whether the name, or one that looks like it, means something to file systems, protocols or people: nobody gets it bare. */
    public boolean reserved() {
        return RESERVED.contains(canonical);
    }

    @Override
    public String toString() {
        return shown;
    }

    /** Cheap before anything counts code points: twice the characters hold the code points that are kept. */
    private static String bounded(String text) {
        return text.length() <= 2 * LONGEST_TYPED ? text : text.substring(0, 2 * LONGEST_TYPED);
    }

    private static Refusal tooLong() {
        return Refusal.invalid("account.username.too-long", LONGEST);
    }
}
