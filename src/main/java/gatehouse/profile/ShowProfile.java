package gatehouse.profile;

import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import gatehouse.account.Account;
import gatehouse.account.AccountRefused;
import gatehouse.account.Accounts;
import gatehouse.account.Identity;
import gatehouse.provider.Provider;
import gatehouse.provider.Providers;
import gatehouse.session.AccessTokens;
import gatehouse.session.CurrentAccount;
import gatehouse.session.Scope;
import gatehouse.session.Sessions;
import gatehouse.setting.Settings;
import gatehouse.web.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** Reads all that the profile shows, at one moment. */
@ApplicationScoped
@Transactional
public class ShowProfile {

    static final String VIEW = "profile/profile.ftlh";

    @Inject
    Accounts accounts;
    @Inject
    Providers providers;
    @Inject
    Sessions sessions;
    @Inject
    AccessTokens tokens;
    @Inject
    Clock clock;
    @Inject
    Settings settings;
    @Inject
    CurrentAccount current;

    ProfileForm form() {
        return ProfileForm.of(account());
    }

    /** Gives the page everything but the form. */
    Page on(Page page) {
        Account account = account();
        return page.with("sso", settings.sso().enabled()).with("password", account.hasPassword()).with("bindings", bindings(account))
                .with("may", may(account)).with("sessions", sessions()).with("path", "/profile")
                .with("tokens", tokens()).with("tokenForm", TokenForm.FRESH).with("terms", TokenForm.DAYS).with("scopes", scopes(account));
    }

    private Account account() {
        return accounts.find(current.id()).orElseThrow(AccountRefused::unknown);
    }

    /** Those one can bind, and those that are bound though they are switched off. */
    private List<Shown.Bound> bindings(Account account) {
        return providers.all().stream().filter(provider -> provider.enabled() || account.identityAt(provider.id()).isPresent())
                .map(provider -> bound(provider, account.identityAt(provider.id()))).toList();
    }

    private static Shown.Bound bound(Provider provider, Optional<Identity> identity) {
        return new Shown.Bound(provider.slug(), provider.name(), provider.icon(), provider.enabled(), identity.isPresent(),
                identity.map(Identity::nameThere).orElse(null), identity.map(Identity::subject).orElse(null), identity.flatMap(Identity::lastUsed).orElse(null));
    }

    private static Shown.May may(Account account) {
        return new Shown.May(account.basePath().value(), account.permissions().sum(), account.administrator(), account.roleNames());
    }

    private List<Shown.Token> tokens() {
        return tokens.of(current.id()).stream().map(kept -> new Shown.Token(kept.id(), kept.name(), words(kept.scopes()), kept.created(), kept.expires(),
                kept.lastUsed(), !kept.expires().isAfter(clock.instant()))).toList();
    }

    /** Those that the account's tokens can have. */
    private static List<String> scopes(Account account) {
        return words(account.administrator() ? EnumSet.allOf(Scope.class) : EnumSet.of(Scope.PROFILE, Scope.VERIFY));
    }

    private static List<String> words(Set<Scope> scopes) {
        return scopes.stream().sorted().map(Scope::word).toList();
    }

    private List<Shown.Open> sessions() {
        return sessions.of(current.id()).stream()
                .map(open -> new Shown.Open(open.id(), open.device(), open.created(), open.id() == current.session().id())).toList();
    }
}
