package gatehouse.profile;

import java.time.Instant;
import java.util.List;

/** The parts of a profile as its page shows them. What is unknown is null. Public, because templates read them. */
public final class Shown {

    private Shown() {
    }

    /** A provider, and who the person is there. */
    public record Bound(String slug, String name, String icon, boolean enabled, boolean bound, String identity, String subject, Instant lastUsed) {
    }

    /** @param permission the sum of the account and its roles @param everything an administrator's right */
    public record May(String basePath, int permission, boolean everything, List<String> roles) {
    }

    /** @param current whether it is the session that asks */
    public record Open(long id, String device, Instant since, boolean current) {
    }

    /** @param name empty: given for username and password @param over whether it has ended by itself */
    public record Token(long id, String name, List<String> scopes, Instant created, Instant expires, Instant lastUsed, boolean over) {
    }
}
