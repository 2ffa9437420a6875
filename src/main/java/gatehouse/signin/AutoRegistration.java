package gatehouse.signin;

import java.time.Clock;
import java.time.Duration;

import gatehouse.account.Account;
import gatehouse.account.AccountEvent;
import gatehouse.account.Accounts;
import gatehouse.account.Outsider;
import gatehouse.account.Person;
import gatehouse.account.Username;
import gatehouse.mapping.ExternalProfile;
import gatehouse.provider.Provider;
import gatehouse.setting.Settings;
import gatehouse.setting.SsoSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

/** Makes an account for somebody who is unknown here, if the administrator wants that. Runs inside the sign-in's transaction. */
@ApplicationScoped
class AutoRegistration {

    /** A provider that invents people does not fill the house: so many an hour, while those who are bound still come in. */
    private static final long MOST_AN_HOUR = 10_000;

    @Inject
    Accounts accounts;
    @Inject
    Settings settings;
    @Inject
    Event<AccountEvent> events;
    @Inject
    Clock clock;

    /** @throws gatehouse.web.Refusal when registration is closed to this person, the profile lacks a field it needs, or too many came this hour (429) */
    Account register(Provider provider, ExternalProfile profile, Outsider outsider) {
        SsoSettings sso = settings.sso();
        provider.admission().hindrance(sso.autoRegister(), profile).ifPresent(hindrance -> {
            throw SignInRefused.notRegistered(provider, hindrance);
        });
        if (accounts.boundSince(provider.id(), clock.instant().minus(Duration.ofHours(1))) >= MOST_AN_HOUR) throw SignInRefused.crowded(provider);
        Username name = accounts.freeName(profile.username().orElse(""), outsider.subject()).orElseThrow(SignInRefused::noName);
        Account account = accounts.add(new Account(name, sso.defaultDirectory(), sso.defaultPermissions(), person(profile), clock.instant()));
        account.settle(sso.defaultDirectory().resolve(account.username(), account.id()));
        accounts.bindNewcomer(account, outsider);
        events.fire(new AccountEvent(AccountEvent.Kind.REGISTERED, account.id(), account.username(), provider.slug()));
        return account;
    }

    private static Person person(ExternalProfile profile) {
        return new Person(profile.nickname().orElse(""), profile.email().orElse(""), profile.emailVerified(), profile.phone().orElse(""),
                profile.description().orElse(""), profile.avatar().orElse(""));
    }
}
