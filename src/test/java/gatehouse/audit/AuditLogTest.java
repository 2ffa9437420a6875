package gatehouse.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import gatehouse.Ledgers;
import gatehouse.People;
import gatehouse.account.AccountEvent;
import gatehouse.account.Actor;
import gatehouse.account.RoleEvent;
import gatehouse.guard.GuardEvent;
import gatehouse.provider.ProviderEvent;
import gatehouse.session.SessionEnded;
import gatehouse.setting.SettingsChanged;
import gatehouse.signin.SignInFailed;
import gatehouse.signin.SignedIn;
import gatehouse.signin.SignedOut;
import gatehouse.web.Messages;
import gatehouse.web.Refused;
import gatehouse.web.Visit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditLogTest {

    private final Ledgers ledgers;
    private final Written written;
    private final AuditLog log;
    private final long anyi;

    AuditLogTest(@TempDir Path data) {
        ledgers = new Ledgers(data);
        written = new Written(ledgers);
        log = written.log();
        anyi = new People(ledgers).account("anyi");
    }

    @Test
    void what_happens_is_told_with_whom_by_whom_and_from_where() {
        Visit.Me admin = new Visit.Me(77, "admin", true);
        String reference = Written.during("POST", admin, () -> log.changed(new AccountEvent(AccountEvent.Kind.UNBOUND, anyi, "anyi", "github")),
                "User-Agent", "Mozilla/5.0 (X11; Linux) Firefox/140");
        AuditEvent event = written.page(Written.ALL, Optional.empty(), 1).get(0);
        assertEquals(List.of("UNBOUND anyi/admin github"), written.lines(Written.ALL));
        assertEquals(ledgers.clock.instant(), event.at());
        assertEquals("203.0.113.9", event.client());
        assertEquals("Firefox · Linux", event.device());
        assertEquals(reference, event.reference());
        assertTrue(reference.matches("[A-Za-z0-9]{8}"), reference);
    }

    @Test
    void each_kind_of_event_has_its_line() {
        Visit.Me me = new Visit.Me(anyi, "anyi", false);
        log.signedIn(new SignedIn(anyi, "anyi", "github"));
        log.signedIn(new SignedIn(anyi, "anyi", "", true));
        Written.during("POST", me, () -> log.signedOut(new SignedOut(anyi, "anyi")));
        log.ended(new SessionEnded(anyi, "anyi", false));
        log.ended(new SessionEnded(anyi, "anyi", true));
        log.changed(new SettingsChanged(anyi, "anyi", "sso.enabled: true → false"));
        log.changed(new AccountEvent(AccountEvent.Kind.ADDED, 9, "bee", "", new Actor(anyi, "anyi"), "permission=8"));
        log.changed(new RoleEvent(RoleEvent.Kind.MADE_ADMINISTRATOR, 3, "keepers", new Actor(anyi, "anyi"), "permission=0"));
        log.changed(new ProviderEvent(ProviderEvent.Kind.CHANGED, anyi, "anyi", "github", "scope"));
        log.changed(new GuardEvent(GuardEvent.Kind.SERVICE_ADDED, anyi, "anyi", "files"));
        log.started();
        assertEquals(List.of("STARTED /", "SERVICE_ADDED anyi/  files", "PROVIDER_CHANGED anyi/ github scope", "ROLE_MADE_ADMINISTRATOR anyi/  keepers permission=0",
                "ACCOUNT_ADDED bee/  permission=8", "SETTINGS_CHANGED anyi/  sso.enabled: true → false", "SESSIONS_ENDED anyi/", "SESSION_ENDED anyi/", "SIGNED_OUT anyi/",
                "PROVEN_AGAIN anyi/", "SIGNED_IN anyi/ github"), written.lines(Written.ALL));
    }

    @Test
    void a_refused_sign_in_names_the_account_where_there_is_one() {
        log.failed(new SignInFailed("Anyi", "", "refused.wrong-password"));
        log.failed(new SignInFailed("nobody", "", "refused.wrong-password"));
        log.failed(new SignInFailed(SignInFailed.Kind.BIND_FAILED, anyi, "", "github", "refused.denied"));
        assertEquals(List.of("BIND_FAILED anyi/ github refused.denied", "SIGN_IN_FAILED nobody/  refused.wrong-password", "SIGN_IN_FAILED Anyi/  refused.wrong-password"),
                written.lines(Written.ALL));
        assertEquals(2, ledgers.count("select count(*) from audit_event where account_id = " + anyi));
    }

    @Test
    void what_was_undone_is_not_told() {
        assertThrows(IllegalStateException.class, () -> ledgers.in(() -> {
            log.signedIn(new SignedIn(anyi, "anyi", ""));
            log.failed(new SignInFailed("anyi", "", "refused.wrong-password"));
            throw new IllegalStateException("something later failed");
        }));
        assertEquals(List.of("SIGN_IN_FAILED anyi/  refused.wrong-password"), written.lines(Written.ALL));
    }

    @Test
    @DisplayName("B-09 a change that somebody signed in is refused is told; what strangers are refused, and a page that is not there, is not")
    void refusals_of_people_who_are_signed_in_are_told() {
        Visit.Me me = new Visit.Me(anyi, "anyi", false);
        Refused notThere = new Refused("refused.not-found", "refused.not-found", 404, "");
        Written.during("POST", me, () -> log.refused(notThere));
        Written.during("GET", me, () -> log.refused(new Refused("refused.forbidden", "refused.forbidden", 403, "")));
        Written.during("GET", me, () -> log.refused(notThere));
        Written.during("POST", me, () -> log.refused(new Refused("refused.last-way-in", "refused.last-way-in", 409, "acme")));
        Written.during("POST", null, () -> log.refused(new Refused("refused.csrf", "refused.csrf", 403, "")));
        Written.during("GET", null, () -> log.refused(new Refused("refused.fault", "refused.fault", 500, "")));
        Written.during("GET", null, () -> log.refused(new Refused("refused.away", "refused.away", 503, "")));
        assertEquals(List.of("FAULT /  refused.fault", "REFUSED anyi/ acme refused.last-way-in", "REFUSED anyi/  refused.forbidden", "REFUSED anyi/  refused.not-found"), written.lines(Written.ALL));
    }

    @Test
    void one_refusal_is_one_line() {
        Written.during("POST", new Visit.Me(anyi, "anyi", false), () -> {
            log.failed(new SignInFailed(SignInFailed.Kind.AGAIN_FAILED, anyi, "anyi", "", "refused.wrong-password"));
            log.refused(new Refused("refused.wrong-password", "refused.wrong-password", 401, ""));
        });
        assertEquals(List.of("AGAIN_FAILED anyi/  refused.wrong-password"), written.lines(Written.ALL));
    }

    @Test
    @DisplayName("D-09 of refusals of one kind that come in floods the number is kept, and not each of them; they hide no others")
    void a_flood_is_counted() {
        for (int i = 0; i < 1200; i++) log.failed(new SignInFailed("", "", "refused.attempt-unknown (code " + i + ")"));
        long told = ledgers.count("select count(*) from audit_event");
        assertTrue(told >= 100 && told < 150, told + " rows");
        log.failed(new SignInFailed("", "", "refused.wrong-password"));
        log.failed(new SignInFailed(SignInFailed.Kind.BIND_FAILED, anyi, "", "github", "refused.attempt-unknown"));
        log.sweep();
        log.sweep();
        assertEquals(List.of("MORE_REFUSED /  SIGN_IN_FAILED refused.attempt-unknown: " + (1200 - told), "BIND_FAILED anyi/ github refused.attempt-unknown",
                "SIGN_IN_FAILED /  refused.wrong-password"), written.lines(Written.ALL).subList(0, 3));
        assertEquals(1, ledgers.count("select count(*) from audit_event where kind = 'MORE_REFUSED'"));
    }

    @Test
    @DisplayName("V-11 hostile text is one bounded line without control characters")
    void hostile_text_is_made_harmless() {
        log.failed(new SignInFailed("a\r\nb\u001b[31m\u202ec\u0000d\u2028e", "", "x".repeat(5000)));
        log.failed(new SignInFailed("n".repeat(5000), "", "refused.wrong-password"));
        AuditEvent event = written.page(Written.ALL, Optional.empty(), 2).get(1);
        assertEquals("a b [31mc d e", event.username());
        assertEquals(1000, event.detail().length());
        assertEquals(2, ledgers.count("select count(*) from audit_event"));
    }

    @Test
    void what_is_too_old_is_thrown_away() {
        log.signedOut(new SignedOut(anyi, "anyi"));
        ledgers.clock.pass(Duration.ofDays(179));
        log.started();
        log.sweep();
        assertEquals(2, ledgers.count("select count(*) from audit_event"));
        ledgers.clock.pass(Duration.ofDays(2));
        log.sweep();
        assertEquals(List.of("STARTED /"), written.lines(Written.ALL));
    }

    @Test
    void every_event_that_another_room_tells_of_is_a_kind_with_a_name_in_every_language() {
        List<String> kinds = Stream.concat(Kind.names().stream(), Stream.of(
                Stream.of(AccountEvent.Kind.values()).map(kind -> Kind.of("ACCOUNT_", kind)),
                Stream.of(RoleEvent.Kind.values()).map(kind -> Kind.of("ROLE_", kind)), Stream.of(GuardEvent.Kind.values()).map(kind -> Kind.of("SERVICE_", kind)),
                Stream.of(ProviderEvent.Kind.values()).map(kind -> Kind.of("PROVIDER_", kind)),
                Stream.of(SignInFailed.Kind.values()).map(Enum::name)).flatMap(names -> names)).toList();
        assertEquals(List.of(), kinds.stream().filter(kind -> !Kind.names().contains(kind)).toList());
        for (Locale locale : Messages.LANGUAGES) {
            assertEquals(List.of(), kinds.stream().filter(kind -> Messages.in(locale).find("audit.kind." + kind).isEmpty()).toList());
        }
    }
}
