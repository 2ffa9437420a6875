package gatehouse.people;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import gatehouse.account.Account;
import gatehouse.account.AccountRefused;
import gatehouse.account.Accounts;
import gatehouse.account.Grant;
import gatehouse.account.Identity;
import gatehouse.provider.Entrances;
import gatehouse.provider.Provider;
import gatehouse.provider.Providers;
import gatehouse.session.Sessions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** Reads what programs are told of accounts, in AList's words and ours. */
@ApplicationScoped
@Transactional
public class ReadUsers {

    private static final int ADMINISTRATOR = 2;

    /**
     * @param role       AList's number: 2 for administrators, 0 for others
     * @param permission of the account itself; with its roles it is {@code effectivePermission}
     * @param ssoId      the subject of the first identity, empty for none
     */
    record Row(long id, String username, String basePath, int role, boolean disabled, int permission, int effectivePermission, List<String> roles, String ssoId,
               String password, String state) {
    }

    /** @param total how many were counted, at most 1,000; where counting costs too much, those of the page @param more whether there are more than that @param after null on the last page, as before on the first */
    record Rows(List<Row> content, int total, boolean more, String before, String after) {
    }

    record Bound(long id, String provider, String name, String issuer, String subject, Instant lastUsed) {
    }

    record Open(long id, String device, Instant created, Instant seen) {
    }

    /** @param byHand the names of the roles that no provider granted */
    record Whole(Row user, String nickname, String email, String phone, String description, Instant created, int version, List<String> byHand, List<Bound> bindings,
                 List<Open> sessions) {
    }

    @Inject
    Users users;
    @Inject
    Accounts accounts;
    @Inject
    Providers providers;
    @Inject
    Entrances entrances;
    @Inject
    Sessions sessions;
    @Inject
    Clock clock;

    Rows page(Search search, Turn turn) {
        Sheet sheet = users.sheet(search, turn);
        Predicate<Identity> open = entrances.open();
        List<Row> rows = users.found(sheet.ids()).stream().map(one -> row(one.account(), one.bound(), open)).toList();
        return new Rows(rows, Math.max(rows.size(), sheet.count().found()), sheet.count().more(), sheet.before().map(Position::toString).orElse(null),
                sheet.after().map(Position::toString).orElse(null));
    }

    /** @throws gatehouse.web.Refusal 404 */
    Whole one(long id) {
        Account account = accounts.find(id).orElseThrow(AccountRefused::unknown);
        Map<Long, String> slugs = providers.all().stream().collect(Collectors.toMap(Provider::id, Provider::slug));
        List<Bound> bound = account.identities().stream().map(one -> new Bound(one.id(), slugs.get(one.provider()), one.nameThere(), one.issuer(), one.subject(),
                one.lastUsed().orElse(null))).toList();
        List<Open> open = sessions.of(id).stream().map(one -> new Open(one.id(), one.device(), one.created(), one.seen())).toList();
        List<String> byHand = account.grants().stream().filter(grant -> grant.source() == Grant.BY_HAND).map(grant -> grant.role().name()).sorted().toList();
        return new Whole(row(account, account.identities(), entrances.open()), account.person().nickname(), account.person().email(), account.person().phone(),
                account.person().description(), account.created(), account.version(), byHand, bound, open);
    }

    private Row row(Account account, List<Identity> bound, Predicate<Identity> open) {
        Instant now = clock.instant();
        return new Row(account.id(), account.username(), account.basePath().value(), account.administrator() ? ADMINISTRATOR : 0, account.disabled(),
                account.ownPermissions().sum(), account.permissions().sum(), account.roleNames(), bound.isEmpty() ? "" : bound.get(0).subject(),
                Standing.password(account, now), Standing.of(account, bound, open, now));
    }
}
