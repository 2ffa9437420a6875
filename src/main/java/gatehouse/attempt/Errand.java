package gatehouse.attempt;

/**
 * What a trip is for, kept in its row.
 *
 * @param configuration of the provider when the trip began; a later one ends it
 * @param account       whom to bind to, or who must sign in again; null when anybody may sign in
 * @param session       the session that began; null when anybody may sign in
 * @param returnPath    where to go afterwards, a path of ours
 */
public record Errand(long provider, int configuration, Intent intent, Long account, Long session, String returnPath) {

    /** Somebody who is signed in proves once more who they are. */
    public boolean provesAnew() {
        return intent == Intent.SIGN_IN && account != null;
    }
}
