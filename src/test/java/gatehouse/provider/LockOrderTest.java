package gatehouse.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;

import gatehouse.AtOnce;
import gatehouse.Ledgers;
import gatehouse.account.Administrators;
import gatehouse.account.BasePath;
import gatehouse.account.FirstAdministrator;
import gatehouse.account.Permissions;
import gatehouse.config.Config;
import gatehouse.setting.SessionLimits;
import gatehouse.setting.Settings;
import gatehouse.setting.SsoSettings;
import gatehouse.web.Visit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LockOrderTest {

    private static final Visit.Me ADMIN = new Visit.Me(1, "admin", true);

    @TempDir
    Path data;

    /** The first as the import does it, the second as the settings page does, each with all that a server has observe it. */
    @Test
    void an_import_and_a_saving_of_settings_at_once_never_wait_for_each_other() throws Exception {
        Ledgers ledgers = new Ledgers(data);
        ledgers.put(Config.class, new Config(name -> java.util.Optional.ofNullable(
                java.util.Map.of("gatehouse.data", data.toString(), "gatehouse.admin.password", "correct-horse-battery").get(name))));
        ledgers.bean(FirstAdministrator.class).welcome();
        for (int round = 0; round < 40; round++) {
            int number = round;
            List<Boolean> done = AtOnce.all(2, at -> () -> ledgers.in(() -> {
                if (at == 0) ledgers.bean(Administrators.class).hold();
                save(ledgers, number * 2 + at);
                return true;
            }));
            assertEquals(Set.of(true), Set.copyOf(done));
        }
    }

    private static void save(Ledgers ledgers, int directory) {
        ledgers.bean(Settings.class).keep(new SsoSettings(false, false, new BasePath("/" + directory), Permissions.imported(0), false),
                new SessionLimits(Duration.ofHours(12), Duration.ofDays(7)), ADMIN);
        ledgers.bean(Entrances.class).stay(null);
    }
}
