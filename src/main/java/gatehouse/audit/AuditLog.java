package gatehouse.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

import gatehouse.account.Account;
import gatehouse.account.AccountEvent;
import gatehouse.account.Accounts;
import gatehouse.account.RoleEvent;
import gatehouse.account.Username;
import gatehouse.guard.GuardEvent;
import gatehouse.importing.Imported;
import gatehouse.provider.ProviderEvent;
import gatehouse.session.SessionEnded;
import gatehouse.setting.Settings;
import gatehouse.setting.SettingsChanged;
import gatehouse.signin.SignInFailed;
import gatehouse.signin.SignedIn;
import gatehouse.signin.SignedOut;
import gatehouse.web.Occasion;
import gatehouse.web.Rations;
import gatehouse.web.Refused;
import gatehouse.web.Visit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/**
 * Hears what happens and writes it down: what is done in the same transaction, what is refused in one of its own. Who did it, from
 * where and under which reference, it knows from the occasion. Of refusals of one kind that come in floods it keeps the number only.
 */
@ApplicationScoped
public class AuditLog {

    private static final Logger LOG = Logger.getLogger(AuditLog.class.getName());
    private static final int AT_ONCE = 100;
    private static final int A_MINUTE = 100;
    private static final int MOST_BATCHES = 20;

    @Inject
    AuditEvents events;
    @Inject
    Accounts accounts;
    @Inject
    Settings settings;
    @Inject
    Clock clock;
    private final Rations rations = new Rations(AT_ONCE, A_MINUTE);

    void signedIn(@Observes SignedIn event) {
        done(event.again() ? Kind.PROVEN_AGAIN.name() : Kind.SIGNED_IN.name(), event.account(), event.username(), event.provider(), "");
    }

    void signedOut(@Observes SignedOut event) {
        done(Kind.SIGNED_OUT.name(), event.account(), event.username(), "", "");
    }

    void ended(@Observes SessionEnded event) {
        done(event.others() ? Kind.SESSIONS_ENDED.name() : Kind.SESSION_ENDED.name(), event.account(), event.username(), "", "");
    }

    void changed(@Observes AccountEvent event) {
        done(Kind.of("ACCOUNT_", event.kind()), event.account(), event.username(), event.provider(), event.detail());
    }

    void changed(@Observes RoleEvent event) {
        done(Kind.of("ROLE_", event.kind()), event.by().id(), event.by().username(), "", (event.name() + " " + event.detail()).strip());
    }

    void changed(@Observes GuardEvent event) {
        done(Kind.of("SERVICE_", event.kind()), event.account(), event.username(), "", event.service());
    }

    void changed(@Observes SettingsChanged event) {
        done(Kind.SETTINGS_CHANGED.name(), event.account(), event.username(), "", event.change());
    }

    void imported(@Observes Imported event) {
        done(Kind.BACKUP_IMPORTED.name(), event.by(), event.username(), "",
                "settings=" + event.settings() + " people=" + event.people() + " bound=" + event.bound());
    }

    void changed(@Observes ProviderEvent event) {
        done(Kind.of("PROVIDER_", event.kind()), event.account(), event.username(), event.provider(), event.change());
    }

    void exported(String filter) {
        Occasion.now().me().ifPresent(me -> done(Kind.AUDIT_EXPORTED.name(), me.id(), me.username(), "", filter));
    }

    /** The house is open on this node. */
    public void started() {
        done(Kind.STARTED.name(), null, "", "", "");
    }

    void failed(@Observes SignInFailed event) {
        Occasion.now().tell();
        apart(event.kind().name(), event.reason(), () -> {
            Optional<Account> known = event.account() != null ? accounts.find(event.account()) : named(event.username());
            String username = event.username().isEmpty() ? known.map(Account::username).orElse("") : event.username();
            return event(event.kind().name(), known.map(Account::id).orElse(event.account()), username, event.provider(), event.reason());
        });
    }

    private Optional<Account> named(String typed) {
        return typed.isEmpty() ? Optional.empty() : accounts.named(Username.from(typed));
    }

    /** Whoever is signed in and is refused a page or a change, but not a method that nobody answers; and every fault of ours, if the database is there. */
    void refused(@Observes Refused event) {
        Occasion occasion = Occasion.now();
        boolean fault = event.status() >= 500 && !event.key().equals("refused.away");
        boolean theirs = occasion.me().isPresent() && (event.status() == 403 || occasion.unsafe() && event.status() != 405);
        if (occasion.told() || !fault && !theirs) return;
        String kind = fault ? Kind.FAULT.name() : Kind.REFUSED.name();
        apart(kind, event.reason(), () -> event(kind, occasion.me().map(Visit.Me::id).orElse(null), occasion.me().map(Visit.Me::username).orElse(""), event.provider(), event.reason()));
    }

    private void done(String kind, Long account, String username, String provider, String detail) {
        events.add(event(kind, account, username, provider, detail));
    }

    private AuditEvent event(String kind, Long account, String username, String provider, String detail) {
        return new AuditEvent(clock.instant(), kind, account, username, provider, detail, Occasion.now());
    }

    /** By the constant at the front of its reason. The person is to get their page even when it cannot be written down why they were refused. */
    private void apart(String kind, String reason, Supplier<AuditEvent> event) {
        if (!rations.take(kind + " " + reason.split(" ", 2)[0])) return;
        try {
            events.addApart(event.get());
        } catch (RuntimeException unwritten) {
            LOG.log(Level.WARNING, "reference " + Occasion.now().reference() + ": a refusal could not be written down", unwritten);
        }
    }

    /** Once a minute: tells how many refusals of each kind were not told one by one, and throws away what is too old, at most 100,000 at a time. */
    public void sweep() {
        rations.over().forEach((kind, more) -> done(Kind.MORE_REFUSED.name(), null, "", "", kind + ": " + more));
        Instant before = clock.instant().minus(Duration.ofDays(settings.retention().days()));
        int batches = 0;
        while (batches < MOST_BATCHES && events.purge(before) > 0) batches++;
    }
}
