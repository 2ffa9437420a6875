package gatehouse.welcome;

import java.util.Optional;

import gatehouse.account.Account;
import gatehouse.account.AccountRefused;
import gatehouse.account.Accounts;
import gatehouse.provider.Provider;
import gatehouse.provider.Providers;
import gatehouse.provider.TestSignIn;
import gatehouse.setting.Settings;
import gatehouse.web.Visit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** Looks at what there is already. */
@ApplicationScoped
@Transactional
public class FirstSteps {

    @Inject
    Accounts accounts;
    @Inject
    Providers providers;
    @Inject
    Settings settings;
    @Inject
    TestSignIn test;

    /** Whether there is a provider, switched on or not. */
    boolean begun() {
        return !providers.all().isEmpty();
    }

    /** Where somebody goes on who has just chosen their first password: a path of ours. */
    public String onward(Visit.Me me) {
        return me.admin() && !begun() ? WelcomePage.PATH : "/";
    }

    /** @param trips whether a trip to a provider may begin at the address they came by */
    Progress of(long administrator, boolean trips) {
        Account account = accounts.find(administrator).orElseThrow(AccountRefused::unknown);
        Optional<FirstProvider> first = FirstProvider.of(providers.all(), provider -> mine(account, provider)).map(provider ->
                new FirstProvider(provider, test.lastAnswer(provider).isPresent(), mine(account, provider), accounts.boundAt(provider.id())));
        return new Progress(trips, first, settings.sso(), settings.answered());
    }

    private static boolean mine(Account account, Provider provider) {
        return account.identityAt(provider.id()).isPresent();
    }
}
