package gatehouse.profile;

import java.util.Optional;

import gatehouse.account.Account;
import gatehouse.account.EmailAddress;
import gatehouse.account.Password;
import gatehouse.account.Person;
import gatehouse.account.Username;
import gatehouse.web.Problems;
import gatehouse.web.TypedForm;

/** What a person typed about their account. Only these fields are read; whatever else was posted changes nothing. */
public record ProfileForm(String username, String nickname, String email, String newPassword, String currentPassword) {

    static ProfileForm of(TypedForm typed) {
        return new ProfileForm(typed.text("username"), typed.text("nickname"), typed.text("email"), typed.raw("newPassword"), typed.raw("currentPassword"));
    }

    static ProfileForm of(Account account) {
        return new ProfileForm(account.username(), account.person().nickname(), account.person().email(), "", "");
    }

    /** What stands in the fields when the page is shown again: no password. */
    ProfileForm shown() {
        return new ProfileForm(username, nickname, email, "", "");
    }

    boolean changesPassword() {
        return !newPassword.isEmpty();
    }

    /** A way in changes: the name or the password. */
    boolean sensitive(String usernameNow) {
        return changesPassword() || !username.equals(usernameNow);
    }

    /** The values, each checked by its own rule; empty when one of them is refused. */
    Optional<Wish> wish(Problems problems) {
        Optional<Username> name = problems.check("username", () -> Username.of(username));
        problems.check("nickname", () -> Person.UNKNOWN.typed(nickname, ""));
        if (!email.isEmpty()) problems.check("email", () -> new EmailAddress(email));
        Optional<Password> password = !changesPassword() ? Optional.empty()
                : problems.check("newPassword", () -> Password.of(newPassword, name.orElseGet(() -> Username.from(username))));
        return name.filter(valid -> !problems.any()).map(valid -> new Wish(valid, nickname, email, password));
    }

    @Override
    public String toString() {
        return "ProfileForm[" + username + "]";
    }

    /** What the account should become. */
    record Wish(Username username, String nickname, String email, Optional<Password> password) {
    }
}
