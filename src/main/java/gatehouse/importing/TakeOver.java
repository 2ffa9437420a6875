package gatehouse.importing;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import gatehouse.account.Account;
import gatehouse.account.AccountEvent;
import gatehouse.account.Accounts;
import gatehouse.account.Actor;
import gatehouse.account.Administration;
import gatehouse.account.Administrators;
import gatehouse.account.Outsider;
import gatehouse.account.Particulars;
import gatehouse.account.Permissions;
import gatehouse.account.Person;
import gatehouse.provider.Provider;
import gatehouse.setting.Settings;
import gatehouse.setting.SsoSettings;
import gatehouse.web.Refusal;
import gatehouse.web.Visit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** Takes over what was ticked of a backup: all of it, or nothing, and once. */
@ApplicationScoped
@Transactional
public class TakeOver {

    @Inject
    ImportDrafts drafts;
    @Inject
    Settings settings;
    @Inject
    Accounts accounts;
    @Inject
    Administration administration;
    @Inject
    Administrators administrators;
    @Inject
    Event<Imported> events;
    @Inject
    Event<AccountEvent> accountEvents;

    /**
     * @param whose finds or makes the provider whose the identities are; empty when none are bound
     * @throws Refusal 409 when it was taken over already, or an account came or went since it was looked at
     */
    Imported apply(long session, Choice choice, Optional<Supplier<Provider>> whose, Visit.Me by) {
        administrators.hold();
        AListBackup backup = drafts.take(session).orElseThrow(() -> new Refusal(409, "refused.import-gone").again("/admin/import"));
        Optional<Provider> provider = whose.map(Supplier::get);
        List<Newcomer> people = choice.taken(judged(backup, provider.isPresent(), provider));
        if (people.stream().anyMatch(one -> !one.state().takes())) throw new Refusal(409, "refused.import-changed").again("/admin/import");
        int saved = settings(backup, choice, by);
        people.forEach(one -> person(one, choice, provider, new Actor(by.id(), by.username())));
        long bound = people.stream().filter(one -> !one.subject().isEmpty()).count();
        Imported imported = new Imported(by.id(), by.username(), saved, people.size(), (int) bound);
        events.fire(imported);
        return imported;
    }

    /** The users of the backup as things stand now, in one transaction. @param provider whose their identities are; empty for one that is yet to be made */
    List<Newcomer> judged(AListBackup backup, boolean binds, Optional<Provider> provider) {
        return new Judgement(accounts, binds, provider).of(backup.users());
    }

    private int settings(AListBackup backup, Choice choice, Visit.Me by) {
        List<OldSetting> taken = Arrays.stream(OldSetting.values())
                .filter(one -> choice.settings().contains(one.key()) && backup.settings().containsKey(one.key())).toList();
        if (taken.isEmpty()) return 0;
        settings.hold();
        SsoSettings wanted = settings.sso();
        for (OldSetting setting : taken) {
            wanted = setting.into(wanted, setting == OldSetting.DEFAULT_PERMISSION ? choice.lowered(backup.setting(setting.key())) : backup.setting(setting.key()));
        }
        settings.keep(wanted, settings.sessions(), by);
        return taken.size();
    }

    private void person(Newcomer one, Choice choice, Optional<Provider> provider, Actor by) {
        Particulars wish = new Particulars(one.name(), one.basePath().orElseThrow(), choice.lowered(one.permissions()), person(one));
        Account account = one.state() == Newcomer.State.NEW ? added(one, wish, by) : changed(one, wish, by);
        if (one.subject().isEmpty()) return;
        Provider there = provider.orElseThrow();
        accounts.bind(account.id(), new Outsider(there.id(), there.issuer(), one.subject(), one.user().username()), there.name());
        accountEvents.fire(new AccountEvent(AccountEvent.Kind.BOUND, account.id(), account.username(), there.slug(), by, ""));
    }

    private Person person(Newcomer one) {
        return accounts.named(one.name()).map(Account::person).orElse(Person.UNKNOWN);
    }

    private Account added(Newcomer one, Particulars wish, Actor by) {
        Account account = administration.add(wish, List.of());
        if (one.user().disabled()) administration.enable(account, false);
        accountEvents.fire(new AccountEvent(AccountEvent.Kind.ADDED, account.id(), account.username(), "", by, "imported"));
        return account;
    }

    private Account changed(Newcomer one, Particulars wish, Actor by) {
        Account account = accounts.named(one.name()).orElseThrow();
        String difference = administration.change(account.id(), account.version(), wish);
        if (!difference.isEmpty()) accountEvents.fire(new AccountEvent(AccountEvent.Kind.CHANGED, account.id(), account.username(), "", by, difference));
        return account;
    }
}
