package gatehouse.signin;

import java.time.Clock;
import java.util.stream.Stream;

import gatehouse.account.Account;
import gatehouse.account.AccountEvent;
import gatehouse.account.Accounts;
import gatehouse.account.Outsider;
import gatehouse.account.Person;
import gatehouse.account.Username;
import gatehouse.provider.ExternalProfile;
import gatehouse.provider.Provider;
import gatehouse.setting.Settings;
import gatehouse.setting.SsoSettings;
import gatehouse.web.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

/** Makes an account for somebody who is unknown here, if the administrator wants that. Runs inside the sign-in's transaction. */
@ApplicationScoped
class AutoRegistration {

    private static final int MOST_NUMBERS = 1000;

    @Inject
    Accounts accounts;
    @Inject
    Settings settings;
    @Inject
    Event<AccountEvent> events;
    @Inject
    Clock clock;

    /** @throws gatehouse.web.Refusal when registration is closed to this person, or the profile lacks a name or e-mail it needs */
    Account register(Provider provider, ExternalProfile profile, Outsider outsider) {
        SsoSettings sso = settings.sso();
        if (!sso.autoRegister()) throw SignInRefused.notBound(provider);
        if (!admits(provider, profile)) throw SignInRefused.notAmongThem(provider);
        complete(provider, profile);
        Username name = freeName(profile, outsider);
        Account account = accounts.add(new Account(name, sso.defaultDirectory(), sso.defaultPermissions(), person(profile), clock.instant()));
        account.settle(sso.defaultDirectory().resolve(account.username(), account.id()));
        accounts.bindNewcomer(account, outsider);
        events.fire(new AccountEvent(AccountEvent.Kind.REGISTERED, account.id(), account.username(), provider.slug()));
        return account;
    }

    private static void complete(Provider provider, ExternalProfile profile) {
        try {
            provider.mapping().checkRegistrable(profile);
        } catch (Refusal missing) {
            throw SignInRefused.incomplete(provider, missing);
        }
    }

    private static boolean admits(Provider provider, ExternalProfile profile) {
        return switch (provider.registration()) {
            case EVERYONE -> true;
            case NOBODY -> false;
            case DOMAINS -> profile.email().filter(email -> provider.domains().admit(email, profile.emailVerified())).isPresent();
        };
    }

    /** The name itself; taken: with the subject behind it; taken again: with a number behind that. */
    private Username freeName(ExternalProfile profile, Outsider outsider) {
        Username name = Username.from(profile.username().orElse(""));
        Username withSubject = name.withSuffix(outsider.subject());
        Stream<Username> numbered = Stream.iterate(2, number -> number < MOST_NUMBERS, number -> number + 1)
                .map(number -> withSubject.withSuffix(Integer.toString(number)));
        return Stream.concat(Stream.of(name, withSubject), numbered).filter(accounts::free).findFirst().orElseThrow(SignInRefused::noName);
    }

    private static Person person(ExternalProfile profile) {
        return new Person(profile.nickname().orElse(""), profile.email().orElse(""), profile.emailVerified(), profile.phone().orElse(""),
                profile.description().orElse(""), profile.avatar().orElse(""));
    }
}
