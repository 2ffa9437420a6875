package gatehouse.signin;

import java.util.List;

import gatehouse.account.Account;
import gatehouse.account.AccountRefused;
import gatehouse.account.Accounts;
import gatehouse.account.Passwords;
import gatehouse.provider.Provider;
import gatehouse.provider.Providers;
import gatehouse.session.CurrentAccount;
import gatehouse.setting.Settings;
import gatehouse.web.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** Whoever is signed in proves it anew, by the password of this account or by an identity bound to it. */
@ApplicationScoped
public class SignInAgain {

    @Inject
    Accounts accounts;
    @Inject
    Passwords passwords;
    @Inject
    Providers providers;
    @Inject
    Settings settings;
    @Inject
    CurrentAccount current;
    @Inject
    Event<SignedIn> signedIn;
    @Inject
    Event<SignInFailed> failed;

    boolean hasPassword() {
        return account().hasPassword();
    }

    /** The providers that could prove it: on, and this account is bound there. */
    @Transactional
    public List<Way> ways() {
        Account account = account();
        return settings.sso().enabled() ? Way.of(providers.enabled().stream().filter(provider -> opens(provider, account)).toList()) : List.of();
    }

    private static boolean opens(Provider provider, Account account) {
        return account.identityAt(provider.id()).filter(identity -> identity.issuer().equals(provider.issuer())).isPresent();
    }

    /** Counted with the other proofs of this account. @throws Refusal 401 when it is not this account's password, 429 after too many */
    void byPassword(String typed) {
        String name = current.session().username();
        try {
            if (!passwords.provenAgain(current.id(), typed)) throw SignInRefused.wrongPassword();
        } catch (Refusal refusal) {
            failed.fire(new SignInFailed(SignInFailed.Kind.AGAIN_FAILED, current.id(), name, "", refusal.key()));
            throw refusal;
        }
        signedIn.fire(new SignedIn(current.id(), name, "", true));
    }

    private Account account() {
        return accounts.find(current.id()).orElseThrow(AccountRefused::unknown);
    }
}
