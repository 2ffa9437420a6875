package gatehouse.account;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.logging.Logger;

import gatehouse.config.Config;
import gatehouse.config.PrivateFile;
import gatehouse.web.Messages;
import gatehouse.web.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/**
 * Makes {@code admin} in a new house, and opens the way back in (GATEHOUSE_RESET_ADMIN). A one-time password lies in
 * {@code first-password} in the data folder until it is changed; a start while it is unused makes a new one, unless another node has just made it.
 */
@ApplicationScoped
public class FirstAdministrator {

    private static final Logger LOG = Logger.getLogger(FirstAdministrator.class.getName());
    private static final String NAME = "admin";
    private static final Duration JUST_NOW = Duration.ofMinutes(1);

    @PersistenceContext
    EntityManager em;
    @Inject
    Accounts accounts;
    @Inject
    Roles roles;
    @Inject
    Administrators administrators;
    @Inject
    Config config;
    @Inject
    Event<AccountEvent> events;
    @Inject
    Clock clock;

    /** Once at each start. Two nodes at once: one makes the administrator, and the other waits and finds them there, with a password just made. */
    @Transactional
    public void welcome() {
        administrators.hold();
        Optional<String> reset = config.find("gatehouse.reset.admin");
        if (reset.isPresent()) reset(typed("GATEHOUSE_RESET_ADMIN", () -> Username.of(reset.get())));
        else if (count() == 0) make(Username.of(NAME));
        else accounts.named(Username.of(NAME)).filter(this::waits).ifPresent(this::oneTime);
    }

    private long count() {
        return em.createQuery("select count(a) from Account a join a.grants g where g.role.administrator = true", Long.class).getSingleResult();
    }

    private void make(Username name) {
        Account admin = accounts.add(new Account(name, BasePath.ROOT, Permissions.NONE, Person.UNKNOWN, clock.instant()));
        admin.grantByHand(roles.administrator());
        Optional<String> wanted = config.find("gatehouse.admin.password");
        if (wanted.isPresent()) admin.setPassword(PasswordHash.of(typed("GATEHOUSE_ADMIN_PASSWORD", () -> Password.of(wanted.get(), name))).phc());
        else oneTime(admin);
        made(admin);
    }

    private void reset(Username name) {
        Account admin = accounts.named(name).orElseGet(() ->
                accounts.add(new Account(name, BasePath.ROOT, Permissions.NONE, Person.UNKNOWN, clock.instant())));
        admin.enable(true);
        admin.grantByHand(roles.administrator());
        oneTime(admin);
        made(admin);
    }

    /** @throws IllegalStateException naming the setting and what is wrong with it, never its value */
    private static <T> T typed(String setting, Supplier<T> value) {
        try {
            return value.get();
        } catch (Refusal refused) {
            throw new IllegalStateException(setting + ": " + Messages.in(Locale.ENGLISH).say(refused));
        }
    }

    private boolean waits(Account admin) {
        return unused(admin) && !admin.oneTimeSince(clock.instant().minus(JUST_NOW));
    }

    private static boolean unused(Account admin) {
        return admin.mustChangePassword() && admin.administrator();
    }

    private void oneTime(Account admin) {
        String password = OneTimePassword.fresh();
        admin.setOneTimePassword(PasswordHash.rehash(password).phc(), clock.instant().plus(Passwords.ONE_TIME));
        PrivateFile.replace(file(), password + "\n");
        LOG.info(() -> "the one-time password of " + admin.username() + " is in " + file());
    }

    private void made(Account admin) {
        events.fire(new AccountEvent(AccountEvent.Kind.ADMINISTRATOR_MADE, admin.id(), admin.username(), ""));
    }

    /** Whether {@code admin} still has a one-time password, and it lies in this node's data folder. */
    @Transactional
    public boolean awaited() {
        return Files.exists(file()) && accounts.named(Username.of(NAME)).filter(FirstAdministrator::unused).isPresent();
    }

    /** Once no administrator has a one-time password left, nobody needs the file. */
    void spent(@Observes AccountEvent event) {
        if (event.kind() != AccountEvent.Kind.PASSWORD_SET || waiting() > 0) return;
        try {
            Files.deleteIfExists(file());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long waiting() {
        return em.createQuery("select count(a) from Account a join a.grants g where g.role.administrator = true and a.oneTimeUntil is not null", Long.class)
                .getSingleResult();
    }

    /** Where a one-time password lies until it is changed. */
    public static Path file(Config config) {
        return config.data().resolve("first-password");
    }

    private Path file() {
        return file(config);
    }
}
