package gatehouse.people;

import java.util.Collection;
import java.util.Optional;

import gatehouse.account.Actor;
import gatehouse.account.OneTimePassword;
import gatehouse.account.Particulars;
import gatehouse.account.PasswordHash;
import gatehouse.web.Races;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** An administrator adds an account. */
@ApplicationScoped
public class AddUser {

    @Inject
    Deeds deeds;

    /**
     * @param roles   the ids of its roles by hand
     * @param disabled whether it is switched off to begin with
     * @param oneTime whether it gets a one-time password, good for 24 hours; else it has no way in until something is bound to it
     * @throws gatehouse.web.Refusal 422 when the username is not free or a role is gone
     */
    public Added add(Particulars wish, Collection<Long> roles, boolean oneTime, boolean disabled, Actor by) {
        String password = oneTime ? OneTimePassword.fresh() : "";
        Optional<PasswordHash> hash = Optional.of(password).filter(text -> !text.isEmpty()).map(PasswordHash::rehash);
        return new Added(Races.settled(() -> deeds.add(wish, roles, hash, disabled, by)), password);
    }
}
