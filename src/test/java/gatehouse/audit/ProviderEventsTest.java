package gatehouse.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;

import gatehouse.Ledgers;
import gatehouse.provider.ProviderEvent;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProviderEventsTest {

    @TempDir
    Path data;

    @Test
    @DisplayName("A-07 what is done to a provider stands in the log, whatever it was, with the names of the fields")
    void every_kind_is_written_down() {
        Ledgers ledgers = new Ledgers(data);
        for (ProviderEvent.Kind kind : ProviderEvent.Kind.values()) {
            ledgers.bean(AuditLog.class).changed(new ProviderEvent(kind, 7, "anyi", "acme", "name scope"));
            String row = "select count(*) from audit_event where kind = 'PROVIDER_" + kind + "' and account_id = 7 and username = 'anyi' and provider = 'acme' and reason = 'name scope'";
            assertEquals(1, ledgers.count(row), kind.name());
        }
    }
}
