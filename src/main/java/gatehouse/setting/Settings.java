package gatehouse.setting;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import gatehouse.account.Administrators;
import gatehouse.account.BasePath;
import gatehouse.account.Permissions;
import gatehouse.web.Lately;
import gatehouse.web.PublicUrl;
import gatehouse.web.StoredAddress;
import gatehouse.web.Visit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** The settings an administrator changes on pages. A missing row is its default; what is read may be a second old. */
@ApplicationScoped
public class Settings implements StoredAddress {

    private static final String RETENTION = "audit.days";
    private static final String PUBLIC_URL = "site.public-url";
    private static final Map<String, String> INITIAL = initial();

    @Inject
    SettingRows ledger;
    @Inject
    Administrators administrators;
    @Inject
    Event<SettingsChanged> events;
    private final Lately<Map<String, String>> lately = new Lately<>(() -> ledger.read());

    @Transactional
    public SsoSettings sso() {
        Map<String, String> rows = lately.get();
        SsoSettings initial = SsoSettings.DEFAULT;
        return new SsoSettings(flag(rows, "sso.enabled", initial.enabled()), flag(rows, "sso.auto-register", initial.autoRegister()),
                new BasePath(rows.getOrDefault("sso.default-dir", initial.defaultDirectory().value())),
                Permissions.imported(Integer.parseInt(rows.getOrDefault("sso.default-permission", "0"))),
                flag(rows, "sso.compatibility", initial.compatibility()));
    }

    /** Whether single sign-on is on in this transaction, not a second ago: for rules that must not be late. */
    @Transactional
    public boolean enabledNow() {
        return flag(ledger.read(), "sso.enabled", SsoSettings.DEFAULT.enabled());
    }

    /** Whether an administrator has saved these settings, be it as they were: nobody asks about them any more. */
    @Transactional
    public boolean answered() {
        return ledger.read().containsKey("sso.auto-register");
    }

    /** Asked at every request of every guarded service, and so without a transaction of its own. */
    public SessionLimits sessions() {
        Map<String, String> rows = lately.get();
        return new SessionLimits(Duration.parse(rows.getOrDefault("session.idle", SessionLimits.DEFAULT.idle().toString())),
                Duration.parse(rows.getOrDefault("session.longest", SessionLimits.DEFAULT.longest().toString())));
    }

    /** How long the audit log is kept. */
    @Transactional
    public Retention retention() {
        return Optional.ofNullable(lately.get().get(RETENTION)).map(Integer::parseInt).map(Retention::new).orElse(Retention.DEFAULT);
    }

    @Transactional
    public void keep(Retention retention, Visit.Me by) {
        keep(Map.of(RETENTION, Integer.toString(retention.days())), by);
    }

    @Override
    @Transactional
    public Optional<PublicUrl> publicUrl() {
        return Optional.of(lately.get().getOrDefault(PUBLIC_URL, "")).filter(url -> !url.isEmpty()).map(PublicUrl::new);
    }

    /** Saves all of it or nothing; two administrators at once, on two nodes too, come one after the other. */
    @Transactional
    public void keep(SsoSettings sso, SessionLimits limits, Visit.Me by) {
        keep(rows(sso, limits), by);
    }

    @Transactional
    public void keep(PublicUrl url, Visit.Me by) {
        keep(Map.of(PUBLIC_URL, url.value()), by);
    }

    /** From now on nobody knows which address people use, as in a fresh house. */
    @Transactional
    public void forgetPublicUrl(Visit.Me by) {
        keep(Map.of(PUBLIC_URL, ""), by);
    }

    private void keep(Map<String, String> wanted, Visit.Me by) {
        hold();
        Map<String, String> saved = ledger.read();
        Map<String, String> before = new HashMap<>(INITIAL);
        before.putAll(saved);
        Map<String, String> changed = differing(wanted, before);
        differing(wanted, saved).forEach((name, content) -> ledger.write(name, content, saved.containsKey(name)));
        if (!changed.isEmpty()) events.fire(SettingsChanged.of(by.id(), by.username(), before, changed));
    }

    private static Map<String, String> differing(Map<String, String> wanted, Map<String, String> from) {
        Map<String, String> changed = new HashMap<>(wanted);
        changed.entrySet().removeIf(row -> row.getValue().equals(from.get(row.getKey())));
        return changed;
    }

    @Transactional(Transactional.TxType.SUPPORTS)
    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) SettingsChanged event) {
        anew();
    }

    /** Whatever is read next was in the database after now, not a second ago: for whoever is shown settings to change them. */
    public void anew() {
        lately.anew();
    }

    /** Nobody else writes settings until the transaction ends, and what is read next is as it is now: for whoever changes a part of them. */
    @Transactional
    public void hold() {
        administrators.hold();
        ledger.hold();
        anew();
    }

    private static Map<String, String> initial() {
        Map<String, String> rows = new HashMap<>(rows(SsoSettings.DEFAULT, SessionLimits.DEFAULT));
        rows.put(RETENTION, Integer.toString(Retention.DEFAULT.days()));
        rows.put(PUBLIC_URL, "");
        return Map.copyOf(rows);
    }

    private static Map<String, String> rows(SsoSettings sso, SessionLimits limits) {
        return Map.of("sso.enabled", Boolean.toString(sso.enabled()), "sso.auto-register", Boolean.toString(sso.autoRegister()),
                "sso.default-dir", sso.defaultDirectory().value(), "sso.default-permission", Integer.toString(sso.defaultPermissions().sum()),
                "sso.compatibility", Boolean.toString(sso.compatibility()),
                "session.idle", limits.idle().toString(), "session.longest", limits.longest().toString());
    }

    private static boolean flag(Map<String, String> rows, String name, boolean otherwise) {
        return Boolean.parseBoolean(rows.getOrDefault(name, Boolean.toString(otherwise)));
    }
}
