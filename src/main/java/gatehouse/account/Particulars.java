package gatehouse.account;

import java.util.ArrayList;
import java.util.List;

/** What an administrator sets for an account; every value is checked. A base path with placeholders is resolved when the account is added. */
public record Particulars(Username username, BasePath basePath, Permissions permissions, Person person) {

    static Particulars of(Account account) {
        return new Particulars(Username.from(account.username()), account.basePath(), account.ownPermissions(), account.person());
    }

    /** What differs from these, as {@code name=value}; personal data by its name alone. */
    String differenceTo(Particulars before) {
        List<String> changed = new ArrayList<>();
        if (!username.shown().equals(before.username.shown())) changed.add("username=" + username.shown());
        if (!basePath.equals(before.basePath)) changed.add("directory=" + basePath.value());
        if (!permissions.equals(before.permissions)) changed.add("permission=" + permissions.sum());
        if (!person.equals(before.person)) changed.add("person");
        return String.join(" ", changed);
    }
}
