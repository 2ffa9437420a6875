package gatehouse.session;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What an access token is good for: its person's own account, asking whether a request may pass, or (for administrators) the panel. */
public enum Scope {
    PROFILE, VERIFY, ADMIN;

    /** The word for it, in forms, in JSON and in the ledger. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Scope> of(String word) {
        return Arrays.stream(values()).filter(scope -> scope.word().equals(word)).findFirst();
    }

    static String written(Collection<Scope> scopes) {
        return scopes.stream().sorted().map(Scope::word).collect(Collectors.joining(" "));
    }

    /** Words that mean nothing here, as a later version may leave them, grant nothing. */
    static Set<Scope> read(String words) {
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        for (String word : words.split(" ")) of(word).ifPresent(scopes::add);
        return scopes;
    }
}
