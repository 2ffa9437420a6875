package gatehouse.people;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Optional;

/** A place in a list: the key of a row in the list's order, as it stands in an address. */
record Position(String text, long id) {

    private static final int LONGEST = 2000;

    @Override
    public String toString() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8)) + "." + id;
    }

    /** Empty for what is no place, such as none. */
    static Optional<Position> of(String typed) {
        if (typed == null || typed.length() > LONGEST || !typed.matches("[A-Za-z0-9_-]*\\.[0-9]{1,18}")) return Optional.empty();
        String[] parts = typed.split("\\.");
        try {
            return Optional.of(new Position(new String(Base64.getUrlDecoder().decode(parts[0]), UTF_8).replace("\0", ""), Long.parseLong(parts[1])));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }
}
