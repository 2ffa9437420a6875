package gatehouse.people;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import gatehouse.account.Account;
import gatehouse.account.Identity;
import gatehouse.account.Roles;
import gatehouse.provider.Entrances;
import gatehouse.provider.Provider;
import gatehouse.provider.Providers;
import gatehouse.web.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** Reads a page of the list of users, in a handful of queries however many there are. */
@ApplicationScoped
@Transactional
public class ListUsers {

    @Inject
    Users users;
    @Inject
    Roles roles;
    @Inject
    Providers providers;
    @Inject
    Entrances entrances;
    @Inject
    Clock clock;

    Page on(Page page, Search search, Turn turn) {
        List<Map<String, Object>> granted = roles.all().stream().map(role -> option(role.id(), role.name(), search.role())).toList();
        List<Map<String, Object>> offered = providers.all().stream().map(one -> option(one.id(), one.name(), search.provider())).toList();
        Sheet sheet = users.sheet(search, turn);
        return page.with("users", rows(sheet.ids())).with("sheet", new SheetView(search, turn, sheet).shown()).with("search", SheetView.shown(search))
                .with("roles", granted).with("providers", offered);
    }

    private static Map<String, Object> option(long id, String name, long chosen) {
        return Map.of("value", id, "text", name, "chosen", id == chosen);
    }

    private List<UserRow> rows(List<Long> ids) {
        Map<Long, String> names = providers.all().stream().collect(Collectors.toMap(Provider::id, Provider::name));
        Predicate<Identity> open = entrances.open();
        return users.found(ids).stream().map(one -> row(one.account(), one.bound(), names, open)).toList();
    }

    private UserRow row(Account account, List<Identity> bound, Map<Long, String> names, Predicate<Identity> open) {
        List<String> there = bound.stream().map(identity -> names.get(identity.provider())).sorted().toList();
        return new UserRow(account.id(), account.username(), account.basePath().value(), account.administrator(), account.permissions().sum(),
                Standing.password(account, clock.instant()), there, Standing.of(account, bound, open, clock.instant()));
    }
}
