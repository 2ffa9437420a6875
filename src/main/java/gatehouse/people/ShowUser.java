package gatehouse.people;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import gatehouse.account.Account;
import gatehouse.account.AccountRefused;
import gatehouse.account.Accounts;
import gatehouse.account.Grant;
import gatehouse.account.Identity;
import gatehouse.account.Roles;
import gatehouse.provider.Entrances;
import gatehouse.provider.Provider;
import gatehouse.provider.Providers;
import gatehouse.session.CurrentAccount;
import gatehouse.session.Sessions;
import gatehouse.web.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** Reads all that an account's page shows, at one moment. */
@ApplicationScoped
@Transactional
public class ShowUser {

    @Inject
    Accounts accounts;
    @Inject
    Roles roles;
    @Inject
    Providers providers;
    @Inject
    Entrances entrances;
    @Inject
    Sessions sessions;
    @Inject
    CurrentAccount current;
    @Inject
    Clock clock;

    /** The account with everything loaded that its form needs. @throws gatehouse.web.Refusal 404 */
    Account account(long id) {
        return accounts.find(id).orElseThrow(AccountRefused::unknown);
    }

    /** What the page shows beside the form. */
    Page on(Page page, long id) {
        Account account = account(id);
        Map<Long, Provider> known = providers.all().stream().collect(Collectors.toMap(Provider::id, provider -> provider));
        return page.with("user", head(account)).with("roles", byHand(account)).with("granted", granted(account, known))
                .with("bindings", bindings(account, known)).with("sessions", sessions(id)).with("path", "/admin/users/" + id);
    }

    /** Its name and how it stands. */
    Map<String, Object> head(Account account) {
        Map<String, Object> head = new HashMap<>(Map.of("id", account.id(), "username", account.username(), "version", account.version(), "created", account.created(),
                "administrator", account.administrator(), "permission", account.permissions().sum(), "saved", account.ownPermissions().sum(),
                "password", Standing.password(account, clock.instant()), "me", account.id() == current.id()));
        head.put("kind", Standing.of(account, account.identities(), entrances.open(), clock.instant()));
        return head;
    }

    private List<Map<String, Object>> byHand(Account account) {
        return roles.all().stream().map(role -> Map.<String, Object>of("value", role.id(), "name", role.name(), "administrator", role.administrator(),
                "ticked", account.grants().stream().anyMatch(grant -> grant.source() == Grant.BY_HAND && grant.role().id() == role.id()))).toList();
    }

    private static List<Map<String, String>> granted(Account account, Map<Long, Provider> known) {
        return account.grants().stream().filter(grant -> grant.source() != Grant.BY_HAND)
                .map(grant -> Map.of("role", grant.role().name(), "provider", known.get(grant.source()).name())).toList();
    }

    private List<UserBinding> bindings(Account account, Map<Long, Provider> known) {
        Predicate<Identity> open = entrances.open();
        return account.identities().stream().map(identity -> binding(identity, known.get(identity.provider()), open.test(identity))).toList();
    }

    private static UserBinding binding(Identity identity, Provider provider, boolean open) {
        return new UserBinding(identity.id(), provider.slug(), provider.name(), provider.icon(), identity.nameThere(), identity.issuer(), identity.subject(),
                identity.lastUsed().orElse(null), open);
    }

    private List<Map<String, Object>> sessions(long id) {
        return sessions.of(id).stream().map(open -> Map.<String, Object>of("id", open.id(), "device", open.device(), "since", open.created(), "seen", open.seen(),
                "current", open.id() == current.session().id())).toList();
    }
}
