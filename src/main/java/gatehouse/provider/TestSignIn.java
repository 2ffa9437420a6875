package gatehouse.provider;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

import gatehouse.web.Visit;

/** A test sign-in, as far as the pages of providers know of it: they begin one, and show what the last one brought. */
public interface TestSignIn {

    /** What the provider said of the person at the last test, as JSON, and how long ago. */
    record LastAnswer(String json, Duration ago) {
    }

    /** @return where the browser goes: to the provider, or to the page that tells why not. @throws gatehouse.web.Refusal 403, as every departure */
    URI begin(String slug, Visit visit);

    /** Of this very session only, and of this provider. */
    Optional<LastAnswer> lastAnswer(Provider provider);

    /** The name of the provider whose test has not come back yet; of this very session only. */
    Optional<String> underWay();
}
