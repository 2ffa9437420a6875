package gatehouse.provider;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/** The part of addresses that names a provider: a-z, 0-9 and single hyphens, at most 40 characters and a number, given once. */
record Slug(String value) {

    private static final int LONGEST = 40;
    /** Pages of ours that stand where a provider's would. */
    private static final Set<String> OURS = Set.of("new");

    /** Made from the name; taken before, it gets a number. */
    static Slug of(String name, Predicate<String> used) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT).replaceAll("\\p{M}+", "")
                .replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        String stem = plain.isEmpty() ? "provider" : plain.substring(0, Math.min(plain.length(), LONGEST)).replaceAll("-$", "");
        String slug = stem;
        for (int number = 2; OURS.contains(slug) || used.test(slug); number++) slug = stem + "-" + number;
        return new Slug(slug);
    }
}
