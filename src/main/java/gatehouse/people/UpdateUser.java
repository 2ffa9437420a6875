package gatehouse.people;

import java.util.List;
import java.util.Optional;

import gatehouse.account.Actor;
import gatehouse.account.Particulars;
import gatehouse.web.Races;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** A program changes an account as AList's do: all of it in one call. */
@ApplicationScoped
public class UpdateUser {

    @Inject
    AllOfUser all;

    /** All of it or nothing. @throws gatehouse.web.Refusal 409 when somebody was quicker or no administrator could get in, 422 when the name is taken */
    boolean by(long id, int seen, Particulars wish, Optional<List<Long>> roles, boolean disabled, Actor by) {
        return Races.settled(() -> all.change(id, seen, wish, roles, disabled, by));
    }
}
