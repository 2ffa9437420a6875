package gatehouse.people;

import gatehouse.account.Actor;
import gatehouse.account.OneTimePassword;
import gatehouse.account.PasswordHash;
import gatehouse.web.Races;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** An administrator decides by what somebody gets in, and where they stay signed in. */
@ApplicationScoped
public class AdmitUser {

    @Inject
    Deeds deeds;

    /**
     * Replaces whatever password there is, and ends all sessions and trips.
     *
     * @param unbind whether every identity goes too, when somebody else may have bound one
     * @return the password, to be shown once: good for 24 hours, to be changed at the sign-in
     */
    public String oneTimePassword(long id, boolean unbind, Actor by) {
        String password = OneTimePassword.fresh();
        PasswordHash hash = PasswordHash.rehash(password);
        return Races.settled(() -> {
            deeds.oneTime(id, hash, unbind, by);
            return password;
        });
    }

    /** @return the provider's name. @throws gatehouse.web.Refusal 404 when it is not this account's identity, 409 when it is the last way in */
    public String unbind(long id, long identity, Actor by) {
        return Races.settled(() -> deeds.unbind(id, identity, by));
    }

    /** @throws gatehouse.web.Refusal 404 when it is not a session of this account */
    public void endSession(long id, long session, Actor by) {
        deeds.endSession(id, session, by);
    }

    public void endSessions(long id, Actor by) {
        deeds.endSessions(id, by);
    }
}
