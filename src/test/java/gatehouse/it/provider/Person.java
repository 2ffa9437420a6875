package gatehouse.it.provider;

import java.util.LinkedHashMap;
import java.util.Map;

/** Who is signed in at a fake provider: what its user info says of them. */
public record Person(Map<String, Object> claims) {

    /** An OIDC person: verified e-mail `name@good.test`, preferred username and name as given. */
    public static Person named(String subject, String name) {
        return new Person(Map.of("sub", subject)).with("preferred_username", name).with("name", name)
                .with("email", name + "@good.test").with("email_verified", true);
    }

    /** Only what is given; any shape. */
    public static Person of(Map<String, Object> claims) {
        return new Person(claims);
    }

    public Person with(String claim, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(claims);
        more.put(claim, value);
        return new Person(more);
    }

    public Person without(String claim) {
        Map<String, Object> fewer = new LinkedHashMap<>(claims);
        fewer.remove(claim);
        return new Person(fewer);
    }
}
