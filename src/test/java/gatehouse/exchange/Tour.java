package gatehouse.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.node.ObjectNode;
import gatehouse.egress.FakeProvider;

/** Whole trips against a provider that speaks as the real one does. */
final class Tour implements AutoCloseable {

    final Lab lab;
    final FakeProvider provider;

    Tour() throws IOException {
        lab = new Lab();
        provider = lab.provider;
    }

    URI departure(String slug) {
        return lab.exchange.departure(Spoken.by(slug, provider), Lab.DEPARTURE);
    }

    ObjectNode arrive(String slug) {
        return lab.exchange.arrive(Spoken.by(slug, provider), Lab.DEPARTURE, new Callback("the-code", Optional.empty())).profile();
    }

    ExchangeFailed fails(String slug) {
        return assertThrows(ExchangeFailed.class, () -> arrive(slug));
    }

    /** The one request that came to this path. */
    FakeProvider.Seen only(String path) {
        List<FakeProvider.Seen> seen = provider.seen(path);
        assertEquals(1, seen.size(), path);
        return seen.get(0);
    }

    @Override
    public void close() {
        lab.close();
    }
}
