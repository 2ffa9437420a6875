package gatehouse.profile;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import gatehouse.account.Account;
import gatehouse.account.AccountRefused;
import gatehouse.account.Accounts;
import gatehouse.account.Identity;
import gatehouse.provider.Provider;
import gatehouse.provider.Providers;
import gatehouse.session.CurrentAccount;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** Reads what a program is told of its person. */
@ApplicationScoped
@Transactional
public class ShowMe {

    private static final int ADMINISTRATOR = 2;

    /** @param role AList's number: 2 for administrators, 0 for others @param ssoId the subject of the first identity, empty for none */
    record Me(long id, String username, String nickname, String email, String basePath, int role, List<String> roles, boolean disabled, int permission, String ssoId,
              boolean otp, boolean hasPassword) {
    }

    /** @param name there @param subject null when nothing is bound */
    record Bound(String provider, String title, boolean enabled, boolean bound, String name, String subject, Instant lastUsed) {
    }

    @Inject
    Accounts accounts;
    @Inject
    Providers providers;
    @Inject
    CurrentAccount current;

    Me shown() {
        Account mine = account();
        return new Me(mine.id(), mine.username(), mine.person().nickname(), mine.person().email(), mine.basePath().value(), mine.administrator() ? ADMINISTRATOR : 0,
                mine.roleNames(), mine.disabled(), mine.permissions().sum(), subjects(mine).stream().findFirst().orElse(""), false, mine.hasPassword());
    }

    /** Those that can be bound, and those that are though they are switched off. */
    List<Bound> bindings() {
        Account mine = account();
        return providers.all().stream().map(provider -> bound(provider, mine.identityAt(provider.id()))).filter(one -> one.enabled() || one.bound()).toList();
    }

    private static Bound bound(Provider provider, Optional<Identity> identity) {
        return new Bound(provider.slug(), provider.name(), provider.enabled(), identity.isPresent(), identity.map(Identity::nameThere).orElse(null),
                identity.map(Identity::subject).orElse(null), identity.flatMap(Identity::lastUsed).orElse(null));
    }

    private static List<String> subjects(Account mine) {
        return mine.identities().stream().map(Identity::subject).toList();
    }

    private Account account() {
        return accounts.find(current.id()).orElseThrow(AccountRefused::unknown);
    }
}
