package gatehouse.importing;

import java.util.List;
import java.util.Optional;

import gatehouse.account.BasePath;
import gatehouse.account.Permissions;
import gatehouse.account.Username;

/**
 * A user of the backup, judged by what is here now.
 *
 * @param number    its place in the file, from 0
 * @param name      what the account would be called
 * @param basePath  empty when it is none
 * @param subject   the identity that would be bound; empty when there is none to bind
 * @param notes     what the administrator should know, in order; the last word of a message key
 */
record Newcomer(int number, BackupUser user, State state, Username name, Optional<BasePath> basePath, String subject, List<Note> notes) {

    /** Whether, and how, a user can be taken over. */
    enum State {
        /** A new account. */
        NEW(true),
        /** There is an account of that name: ticked, it gets the directory, the permission and the identity of the file. */
        HERE(true),
        /** There is an administrator of that name; who is left alone. */
        ADMINISTRATOR_HERE(false), GUEST(false), TWICE(false), USED(false), RESERVED(false), DIRECTORY(false), PERMISSION(false);

        private final boolean takes;

        State(boolean takes) {
            this.takes = takes;
        }

        boolean takes() {
            return takes;
        }
    }

    /** What else is worth knowing. */
    enum Note { RENAMED, NO_ADMINISTRATOR, DISABLED, BOUND_ELSEWHERE, OTHER_IDENTITY, IDENTITY_TWICE, IDENTITY_LONG, NO_WAY_IN, HIGHER_BITS }

    Permissions permissions() {
        return Permissions.imported(Math.max(0, user.permission()));
    }

    /** Ticked to begin with: new people; whoever is here already needs a hand. */
    boolean suggested() {
        return state == State.NEW;
    }
}
