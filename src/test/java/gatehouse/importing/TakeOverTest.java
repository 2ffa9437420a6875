package gatehouse.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import gatehouse.Ledgers;
import gatehouse.People;
import gatehouse.setting.Settings;
import gatehouse.web.Visit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TakeOverTest {

    private static final AListBackup BACKUP = new AListBackup(Map.of("sso_auto_register", "true"),
            List.of(new BackupUser("anyi", "/home", 0, BackupUser.Kind.PERSON, false, "")));
    private final Ledgers ledgers;
    private final Settings settings;
    private final long administrator;
    private final long session;

    TakeOverTest(@TempDir Path data) {
        ledgers = new Ledgers(data);
        settings = ledgers.bean(Settings.class);
        administrator = new People(ledgers).account("admin");
        session = new People(ledgers).signedIn(administrator, null).id();
        ledgers.bean(ImportDrafts.class).keep(session, BACKUP);
    }

    private Imported apply(Set<String> keys) {
        return ledgers.bean(TakeOver.class).apply(session, new Choice(keys, Set.of(0), "", Optional.empty()), Optional.empty(), new Visit.Me(administrator, "admin", true));
    }

    @Test
    void who_takes_over_people_alone_has_said_nothing_of_the_settings() {
        Imported imported = apply(Set.of());
        assertEquals("0 1", imported.settings() + " " + imported.people());
        assertFalse(settings.answered());
    }

    @Test
    void what_was_saved_a_moment_ago_elsewhere_stays() {
        assertFalse(settings.sso().compatibility());
        ledgers.run("insert into setting (name, content) values ('sso.compatibility', 'true')");
        assertEquals(1, apply(Set.of("sso_auto_register")).settings());
        settings.hold();
        assertTrue(settings.sso().autoRegister() && settings.sso().compatibility() && settings.answered());
    }
}
