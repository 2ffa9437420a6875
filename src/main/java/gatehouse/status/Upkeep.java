package gatehouse.status;

import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

import gatehouse.account.FirstAdministrator;
import gatehouse.account.LoginTries;
import gatehouse.attempt.Attempts;
import gatehouse.audit.AuditLog;
import gatehouse.guard.Tickets;
import gatehouse.importing.ImportDrafts;
import gatehouse.secret.Keys;
import gatehouse.secret.KeysMissing;
import gatehouse.session.AccessTokens;
import gatehouse.session.Sessions;
import gatehouse.trial.Trials;
import gatehouse.web.Refusals;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Opens the house as soon as the database can be reached, and sweeps out what is over once a minute. */
@ApplicationScoped
public class Upkeep {

    private static final Logger LOG = Logger.getLogger(Upkeep.class.getName());

    @Resource
    ManagedScheduledExecutorService clockwork;
    @Inject
    Keys keys;
    @Inject
    FirstAdministrator administrator;
    @Inject
    Sessions sessions;
    @Inject
    AccessTokens tokens;
    @Inject
    Attempts attempts;
    @Inject
    LoginTries tries;
    @Inject
    Trials trials;
    @Inject
    Tickets tickets;
    @Inject
    ImportDrafts drafts;
    @Inject
    AuditLog log;
    private ScheduledFuture<?> opening;
    private ScheduledFuture<?> sweeping;
    private volatile boolean open;
    private String complaint = "";

    void start(@Observes @Initialized(ApplicationScoped.class) Object context) {
        opening = clockwork.scheduleWithFixedDelay(this::open, 0, 2, TimeUnit.SECONDS);
        sweeping = clockwork.scheduleWithFixedDelay(this::sweep, 60, 60, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        opening.cancel(false);
        sweeping.cancel(false);
    }

    /** Whether the database is migrated, the keys fit and there is an administrator. */
    public boolean isOpen() {
        return open;
    }

    private void open() {
        try {
            if (!open) {
                keys.ring();
                administrator.welcome();
                log.started();
                open = true;
                LOG.info("Gatehouse is open");
            }
        } catch (RuntimeException e) {
            complain(e);
        }
    }

    /** Each trouble once, in one line; whoever looks for more turns the level up. */
    private void complain(RuntimeException e) {
        Throwable root = e;
        while (root.getCause() != null && !(root instanceof KeysMissing)) root = root.getCause();
        if (!String.valueOf(root.getMessage()).equals(complaint)) LOG.warning("Gatehouse cannot open yet and tries again every two seconds: " + root.getMessage());
        complaint = String.valueOf(root.getMessage());
        LOG.log(Level.FINE, "not open", e);
    }

    private void sweep() {
        try {
            Refusals.sweep();
            attempts.purge();
            tickets.purge();
            drafts.purge();
            sessions.purge();
            tokens.purge();
            tries.purge();
            trials.purge();
            log.sweep();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "sweeping failed; trying again in a minute", e);
        }
    }
}
