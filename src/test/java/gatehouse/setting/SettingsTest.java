package gatehouse.setting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import gatehouse.Ledgers;
import gatehouse.account.BasePath;
import gatehouse.account.Permissions;
import gatehouse.web.PublicUrl;
import gatehouse.web.Visit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {

    private static final Visit.Me ADMIN = new Visit.Me(1, "admin", true);
    private static final SsoSettings CLOSED = new SsoSettings(false, false, new BasePath("/closed"), Permissions.imported(1), false);
    private static final SsoSettings OPEN = new SsoSettings(true, true, new BasePath("/open"), Permissions.imported(152), true);
    private static final SessionLimits SHORT = new SessionLimits(Duration.ofHours(1), Duration.ofDays(1));
    private final Ledgers ledgers;
    private final Settings settings;

    SettingsTest(@TempDir Path data) {
        ledgers = new Ledgers(data);
        settings = ledgers.bean(Settings.class);
    }

    @Test
    void a_fresh_house_has_its_defaults() {
        assertEquals(SsoSettings.DEFAULT, settings.sso());
        assertEquals(SessionLimits.DEFAULT, settings.sessions());
        assertTrue(settings.publicUrl().isEmpty());
    }

    @Test
    void what_is_kept_is_read_again() {
        settings.keep(OPEN, SHORT, ADMIN);
        settings.keep(new PublicUrl("https://id.example.com/"), ADMIN);
        assertEquals(OPEN, settings.sso());
        assertEquals(SHORT, settings.sessions());
        assertEquals("https://id.example.com", settings.publicUrl().orElseThrow().value());
    }

    @Test
    void a_public_address_can_be_forgotten_and_the_log_is_told_once() {
        settings.keep(new PublicUrl("https://id.example.com"), ADMIN);
        ledgers.events.clear();
        settings.forgetPublicUrl(ADMIN);
        settings.forgetPublicUrl(ADMIN);
        assertTrue(settings.publicUrl().isEmpty());
        assertEquals(List.of(new SettingsChanged(1, "admin", "site.public-url: https://id.example.com → ")), ledgers.events);
    }

    @Test
    void the_log_is_told_what_is_new_and_nothing_else() {
        settings.keep(new SsoSettings(true, true, new BasePath("/"), Permissions.NONE, false), SessionLimits.DEFAULT, ADMIN);
        settings.keep(new SsoSettings(true, true, new BasePath("/"), Permissions.NONE, false), SessionLimits.DEFAULT, ADMIN);
        assertEquals(List.of(new SettingsChanged(1, "admin", "sso.auto-register: false → true")), ledgers.events);
    }

    @Test
    void what_is_undone_leaves_nothing() {
        try {
            ledgers.in(() -> {
                settings.keep(OPEN, SHORT, ADMIN);
                throw new IllegalStateException("something later failed");
            });
        } catch (IllegalStateException expected) {
            assertEquals(0, ledgers.count("select count(*) from setting where name like 'sso.%'"));
        }
    }

    @Test
    void what_is_shown_to_be_changed_is_what_another_node_has_just_saved() {
        assertFalse(settings.sso().autoRegister());
        ledgers.run("insert into setting (name, content) values ('sso.auto-register', 'true')");
        settings.anew();
        assertTrue(settings.sso().autoRegister());
    }

    @Test
    void whoever_reads_while_somebody_saves_leaves_nothing_old_behind() {
        SettingRows rows = settings.ledger;
        settings.ledger = new SettingRows() {
            @Override
            Map<String, String> read() {
                Map<String, String> before = rows.read();
                settings.ledger = rows;
                settings.keep(OPEN, SHORT, ADMIN);
                settings.forget(null);
                return before;
            }
        };
        settings.sso();
        assertEquals(OPEN, settings.sso());
    }

    @Test
    void of_many_administrators_at_once_one_is_the_last_and_no_halves_are_mixed() throws Exception {
        ExecutorService crowd = Executors.newFixedThreadPool(8);
        List<Callable<Void>> savings = new ArrayList<>();
        for (int i = 0; i < 40; i++) savings.add(saving(i % 2 == 0 ? OPEN : CLOSED));
        for (Future<Void> saved : crowd.invokeAll(savings)) saved.get();
        crowd.shutdown();
        long open = ledgers.count("select count(*) from setting where name like 'sso.%' and content in ('true', '/open', '152')");
        long closed = ledgers.count("select count(*) from setting where name like 'sso.%' and content in ('false', '/closed', '1')");
        assertEquals(0, Math.min(open, closed), open + " rows of one, " + closed + " of the other");
        assertEquals(5, Math.max(open, closed));
    }

    private Callable<Void> saving(SsoSettings wanted) {
        return () -> {
            settings.keep(wanted, SHORT, ADMIN);
            return null;
        };
    }
}
