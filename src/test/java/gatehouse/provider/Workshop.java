package gatehouse.provider;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import gatehouse.Ledgers;
import gatehouse.account.Account;
import gatehouse.account.Accounts;
import gatehouse.account.BasePath;
import gatehouse.account.Outsider;
import gatehouse.account.Permissions;
import gatehouse.account.Person;
import gatehouse.account.Username;
import gatehouse.connection.Outside;
import gatehouse.web.Messages;
import gatehouse.web.Problems;
import gatehouse.web.Refusal;

/** Providers on real ledgers, with an administrator who has a password. */
final class Workshop {

    final Ledgers ledgers;
    final Providers providers;
    final SaveProvider save;
    final ArrangeProviders arrange;

    Workshop(Path data) {
        ledgers = new Ledgers(data);
        ledgers.put(Outside.class, Filled.custom().outside());
        providers = ledgers.bean(Providers.class);
        save = ledgers.bean(SaveProvider.class);
        arrange = ledgers.bean(ArrangeProviders.class);
        account("admin", "x");
        ledgers.run("insert into role_grant (account_id, role_id, source) select a.id, r.id, 0 from account a, role r where r.name = 'administrator'");
    }

    long account(String name, String hash) {
        Account account = ledgers.in(() -> ledgers.bean(Accounts.class).add(
                new Account(Username.of(name), BasePath.ROOT, Permissions.NONE, Person.UNKNOWN, ledgers.clock.instant())));
        if (hash != null) ledgers.run("update account set password_hash = '" + hash + "' where id = " + account.id());
        return account.id();
    }

    Provider add(Filled form) {
        return save.add(form.form(), new Problems(), Filled.ME).orElseThrow();
    }

    Provider saved(String slug) {
        return ledgers.in(() -> providers.named(slug));
    }

    /** The page of a saved provider, as it stands. */
    Filled page(String slug) {
        return Filled.of(saved(slug).draft(), saved(slug).version());
    }

    /** What is wrong, by field; empty when it was saved. */
    Map<String, String> change(String slug, Filled form) {
        Problems problems = new Problems();
        save.change(saved(slug), form.form(), problems, Filled.ME);
        return problems.byField().entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, one -> said(one.getValue())));
    }

    private static String said(Refusal refusal) {
        return Messages.in(Locale.ENGLISH).say(refusal);
    }

    void bind(String name, Provider provider) {
        bind(account(name, null), provider);
    }

    void bind(long account, Provider provider) {
        ledgers.in(() -> ledgers.bean(Accounts.class).bind(account, new Outsider(provider.id(), provider.issuer(), "s" + account, ""), provider.name()));
    }

    List<ProviderEvent> told() {
        return ledgers.events.stream().filter(ProviderEvent.class::isInstance).map(ProviderEvent.class::cast).toList();
    }
}
