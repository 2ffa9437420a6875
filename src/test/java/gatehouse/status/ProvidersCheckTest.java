package gatehouse.status;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import gatehouse.Ledgers;
import gatehouse.People;
import gatehouse.exchange.Exchange;
import gatehouse.exchange.OpenExchange;
import gatehouse.secret.Keys;
import gatehouse.secret.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProvidersCheckTest {

    @TempDir
    Path data;

    /** A node that starts with that in place of its key ring, beside a provider whose secret the true one sealed. */
    private List<String> found(String ring) throws IOException {
        Ledgers ledgers = new Ledgers(data);
        ledgers.put(Exchange.class, OpenExchange.at(ledgers.clock));
        long provider = new People(ledgers).provider("acme");
        Keys keys = ledgers.bean(Keys.class);
        ledgers.run("update provider set client_secret = '" + keys.ring().seal(Secret.of("a-secret"), "provider/client_secret/" + provider) + "'");
        if (!ring.isEmpty()) Files.writeString(Path.of(keys.place()), ring);
        else Files.delete(Path.of(keys.place()));
        ledgers.forget(Keys.class, "ring");
        return ledgers.bean(ProvidersCheck.class).look().stream().map(finding -> finding.level() + " " + finding.key()).toList();
    }

    @Test
    void without_a_key_ring_the_status_page_still_tells() throws IOException {
        assertEquals(List.of("BAD status.provider.secret-lost"), found(""));
    }

    @Test
    void with_a_key_ring_that_nobody_can_read_the_status_page_still_tells() throws IOException {
        assertEquals(List.of("BAD status.provider.secret-lost"), found("nonsense"));
    }
}
