package gatehouse.session;

import java.time.Instant;

/** A token just made: the only moment at which its text is known. */
public record Minted(long id, String token, Instant expires) {

    @Override
    public String toString() {
        return "Minted[" + id + "]";
    }
}
