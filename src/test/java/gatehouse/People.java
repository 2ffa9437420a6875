package gatehouse;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import gatehouse.account.Account;
import gatehouse.account.Accounts;
import gatehouse.account.BasePath;
import gatehouse.account.Outsider;
import gatehouse.account.Password;
import gatehouse.account.PasswordHash;
import gatehouse.account.Permissions;
import gatehouse.account.Person;
import gatehouse.account.Username;
import gatehouse.session.CurrentAccount;
import gatehouse.session.Device;
import gatehouse.session.SessionView;
import gatehouse.session.Sessions;
import gatehouse.setting.SessionLimits;
import gatehouse.setting.Settings;
import gatehouse.setting.SsoSettings;
import gatehouse.web.Visit;

/** Accounts, providers and sessions to try rules with. */
public record People(Ledgers ledgers) {

    public static final Device DEVICE = new Device("Firefox · Linux");
    /** Hashing is slow on purpose, and tests type the same few passwords. */
    private static final Map<String, PasswordHash> HASHES = new ConcurrentHashMap<>();

    /** An account without a password. */
    public long account(String name) {
        return ledgers.in(() -> ledgers.bean(Accounts.class).add(new Account(Username.of(name), BasePath.ROOT, Permissions.imported(0), Person.UNKNOWN,
                ledgers.clock.instant())).id());
    }

    public long account(String name, String password) {
        long id = account(name);
        ledgers.bean(Accounts.class).setPassword(id, HASHES.computeIfAbsent(password, typed -> PasswordHash.of(Password.of(typed, Username.of(name)))));
        return id;
    }

    /** A plain OAuth 2.0 provider that is switched on, grants the role {@code user} and lets everyone register. */
    public long provider(String slug) {
        ledgers.run("insert into provider (slug, name, protocol, enabled, position, client_id, client_secret, issuer, authorize_url, token_url, user_info_url,"
                + " authentication, scope, pkce, redirect_style, redirect_url, mapping_type, mapping_rules, registration, domains, deadline, configuration, version)"
                + " values ('" + slug + "', '" + slug + "', 'OAUTH2', true, 1, 'id', '', '', 'https://p.example/a', 'https://p.example/t', 'https://p.example/u',"
                + " 'BASIC', '', true, 'OWN', '', 'CUSTOM', '{\"name\":\"$.name\",\"email\":\"$.email\"}', 'EVERYONE', '', 15, 1, 0)");
        ledgers.run("insert into provider_role select p.id, r.id from provider p, role r where p.slug = '" + slug + "' and r.name = 'user'");
        return ledgers.count("select id from provider where slug = '" + slug + "'");
    }

    public static Outsider outsider(long provider, String subject) {
        return new Outsider(provider, "", subject, subject + " there");
    }

    public void bound(long account, long provider, String subject) {
        ledgers.bean(Accounts.class).bind(account, outsider(provider, subject), "there");
    }

    /** Signs this account in by that identity, or by password when it is null; from now on it is the current one. */
    public SessionView signedIn(long account, Long identity) {
        String token = ledgers.bean(Sessions.class).open(account, identity, DEVICE);
        SessionView session = ledgers.bean(Sessions.class).find(token).orElseThrow();
        ledgers.bean(CurrentAccount.class).is(session);
        return session;
    }

    public void set(SsoSettings sso) {
        ledgers.bean(Settings.class).keep(sso, new SessionLimits(Duration.ofHours(12), Duration.ofDays(7)), new Visit.Me(0, "admin", true));
        ledgers.bean(Settings.class).anew();
    }

    public void later(Duration time) {
        ledgers.clock.pass(time);
    }
}
