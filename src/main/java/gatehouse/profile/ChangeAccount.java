package gatehouse.profile;

import java.util.Optional;

import gatehouse.account.Account;
import gatehouse.account.AccountRefused;
import gatehouse.account.Accounts;
import gatehouse.account.PasswordHash;
import gatehouse.account.Passwords;
import gatehouse.session.CurrentAccount;
import gatehouse.web.Problems;
import gatehouse.web.Races;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** A person changes their own account. The right password, or a fresh sign-in where there is none, proves that it is theirs. */
@ApplicationScoped
public class ChangeAccount {

    @Inject
    Accounts accounts;
    @Inject
    Passwords passwords;
    @Inject
    CurrentAccount current;
    @Inject
    Change change;

    /** Whether the person has to sign in again first: a way in would change, there is no password to ask for, and the sign-in is old. */
    boolean needsProof(ProfileForm form) {
        Account account = account();
        return form.sensitive(account.username()) && !account.hasPassword() && !current.fresh();
    }

    /** @return the new token of this session, when the password changed; with problems nothing is written */
    Optional<String> save(ProfileForm form, Problems problems) {
        return save(form, problems, () -> { });
    }

    /** @param besides done with the rest, or not at all. @throws gatehouse.web.Refusal 403 when a program would change a way in */
    Optional<String> save(ProfileForm form, Problems problems, Runnable besides) {
        Optional<ProfileForm.Wish> wish = form.wish(problems);
        prove(form, problems);
        if (problems.any()) return Optional.empty();
        Optional<PasswordHash> hash = wish.orElseThrow().password().map(PasswordHash::of);
        return problems.check("username", () -> Races.settled(() -> change.settle(current.id(), wish.get(), hash, besides))).flatMap(token -> token);
    }

    private void prove(ProfileForm form, Problems problems) {
        Account account = account();
        if (!form.sensitive(account.username())) return;
        current.session();
        if (!account.hasPassword()) return;
        if (form.currentPassword().isEmpty()) problems.add("currentPassword", "profile.current-password.missing");
        else if (!passwords.provenAgain(account.id(), form.currentPassword())) problems.add("currentPassword", "profile.current-password.wrong");
    }

    private Account account() {
        return accounts.find(current.id()).orElseThrow(AccountRefused::unknown);
    }
}
