package gatehouse.setting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

import gatehouse.Ledgers;
import gatehouse.People;
import gatehouse.web.Problems;
import gatehouse.web.Refusal;
import gatehouse.web.SentJson;
import gatehouse.web.Visit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SaveItemsTest {

    private final Ledgers ledgers;
    private final Settings settings;

    SaveItemsTest(@TempDir Path data) {
        ledgers = new Ledgers(data);
        settings = ledgers.bean(Settings.class);
    }

    private Set<String> save(String json, boolean confirmed) {
        Problems problems = new Problems();
        ledgers.bean(SaveItems.class).save(SentJson.of(json.replace('\'', '"')).items(), confirmed, new Visit.Me(1, "admin", true), problems);
        return problems.byField().keySet();
    }

    private int refused(String json) {
        return assertThrows(Refusal.class, () -> save(json, false)).status();
    }

    @Test
    void what_is_named_is_saved_and_the_rest_stays() {
        assertEquals(Set.of(), save("[{'key':'sso_auto_register','value':'true'},{'key':'sso_default_permission','value':'152','type':'number','flag':1}]", false));
        assertEquals(Set.of(), save("[{'key':'sso_default_dir','value':'/home/{username}'},{'key':'sso_compatibility_mode','value':'1'},{'key':'session_idle_hours','value':'3'},{'key':'audit_days','value':'180'}]", false));
        settings.hold();
        SsoSettings now = settings.sso();
        assertEquals(true, now.autoRegister() && now.enabled() && now.compatibility());
        assertEquals(152, now.defaultPermissions().sum());
        assertEquals("/home/{username}", now.defaultDirectory().value());
        assertEquals(Duration.ofHours(3), settings.sessions().idle());
        assertEquals(List.of("true", "true", "/home/{username}", "152", "true", "3", "7", "180"),
                SettingItem.of(now, settings.sessions(), settings.retention()).stream().map(SettingItem::value).collect(Collectors.toList()));
    }

    @Test
    void what_breaks_a_rule_is_named_by_its_key_and_nothing_is_saved() {
        assertEquals(Set.of("sso_default_dir"), save("[{'key':'sso_auto_register','value':'true'},{'key':'sso_default_dir','value':'../x'}]", false));
        assertEquals(Set.of("sso_default_permission"), save("[{'key':'sso_default_permission','value':'-1'}]", false));
        assertEquals(Set.of("session_longest_days"), save("[{'key':'session_longest_days','value':'1000'}]", false));
        assertEquals(SsoSettings.DEFAULT, settings.sso());
    }

    @Test
    void how_long_the_log_is_kept_is_no_business_of_a_token() {
        for (String days : List.of("30", "never", "")) assertEquals(403, refused("[{'key':'sso_auto_register','value':'true'},{'key':'audit_days','value':'" + days + "'}]"));
        assertEquals(SsoSettings.DEFAULT, settings.sso());
        assertEquals(180, settings.retention().days());
    }

    @Test
    void a_key_that_is_not_ours_and_a_value_that_is_no_text_are_refused() {
        assertEquals(400, refused("[{'key':'sso_client_secret','value':'x'}]"));
        assertEquals(400, refused("[{'key':'sso_auto_register','value':true}]"));
        assertEquals(400, refused("[{'key':'sso_auto_register','value':'yes'}]"));
        assertEquals(400, refused("[{'value':'true'}]"));
        assertEquals(400, refused("{'key':'sso_auto_register','value':'true'}"));
        assertEquals(SsoSettings.DEFAULT, settings.sso());
    }

    @Test
    void who_would_be_locked_out_is_counted_before_single_sign_on_goes_off() {
        new People(ledgers).account("sso.only");
        String off = "[{'key':'sso_login_enabled','value':'false'}]";
        assertEquals(409, refused(off));
        assertEquals(true, settings.sso().enabled());
        assertEquals(Set.of(), save(off, true));
        settings.hold();
        assertEquals(false, settings.sso().enabled());
        assertEquals(Set.of(), save(off, false));
    }

    @Test
    void of_two_who_save_different_parts_at_once_neither_undoes_the_other() throws Exception {
        ExecutorService two = Executors.newFixedThreadPool(2);
        for (int round = 1; round <= 20; round++) {
            String hours = Integer.toString(round);
            String on = Boolean.toString(round % 2 == 1);
            List<Callable<Set<String>>> savings = List.of(() -> save("[{'key':'session_idle_hours','value':'" + hours + "'}]", false),
                    () -> save("[{'key':'sso_auto_register','value':'" + on + "'}]", false));
            for (Future<Set<String>> saved : two.invokeAll(savings)) assertEquals(Set.of(), saved.get());
            settings.hold();
            assertEquals(hours + " " + on, settings.sessions().idle().toHours() + " " + settings.sso().autoRegister());
        }
        two.shutdown();
    }
}
