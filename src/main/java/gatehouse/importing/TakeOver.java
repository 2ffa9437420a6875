package gatehouse.importing;

import java.util.List;
import java.util.Optional;

import gatehouse.account.Accounts;
import gatehouse.account.AdoptAccount;
import gatehouse.account.Outsider;
import gatehouse.account.Permissions;
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
    AdoptAccount adopt;
    @Inject
    Event<Imported> events;

    /**
     * @param provider whose the identities are; empty when none are bound
     * @throws Refusal 409 when it was taken over already, or an account came or went since it was looked at
     */
    Imported apply(long session, Choice choice, Optional<Provider> provider, Visit.Me by) {
        AListBackup backup = drafts.take(session).orElseThrow(() -> new Refusal(409, "refused.import-gone").again("/admin/import"));
        List<Newcomer> people = choice.taken(new Judgement(accounts, provider.isPresent(), provider).of(backup.users()));
        if (people.stream().anyMatch(one -> !one.state().takes())) throw new Refusal(409, "refused.import-changed").again("/admin/import");
        int saved = settings(backup, choice, by);
        people.forEach(one -> person(one, choice, provider));
        long bound = people.stream().filter(one -> !one.subject().isEmpty()).count();
        Imported imported = new Imported(by.id(), by.username(), saved, people.size(), (int) bound);
        events.fire(imported);
        return imported;
    }

    private int settings(AListBackup backup, Choice choice, Visit.Me by) {
        SsoSettings wanted = settings.sso();
        int taken = 0;
        for (OldSetting setting : OldSetting.values()) {
            if (!choice.settings().contains(setting.key()) || !backup.settings().containsKey(setting.key())) continue;
            wanted = setting.into(wanted, backup.setting(setting.key()));
            taken++;
        }
        settings.keep(lowered(wanted, choice), settings.sessions(), by);
        return taken;
    }

    private static SsoSettings lowered(SsoSettings wanted, Choice choice) {
        return new SsoSettings(wanted.enabled(), wanted.autoRegister(), wanted.defaultDirectory(), lowered(wanted.defaultPermissions(), choice), wanted.compatibility());
    }

    private static Permissions lowered(Permissions permissions, Choice choice) {
        return choice.bits().map(bits -> bits.of(permissions)).orElse(permissions);
    }

    private void person(Newcomer one, Choice choice, Optional<Provider> provider) {
        Permissions permissions = lowered(one.permissions(), choice);
        long account = one.state() == Newcomer.State.NEW ? adopt.add(one.name(), one.basePath().orElseThrow(), permissions, one.user().disabled())
                : adopt.change(one.name(), one.basePath().orElseThrow(), permissions);
        if (!one.subject().isEmpty()) {
            Provider there = provider.orElseThrow();
            accounts.bind(account, new Outsider(there.id(), there.issuer(), one.subject(), one.user().username()), there.name());
        }
    }
}
