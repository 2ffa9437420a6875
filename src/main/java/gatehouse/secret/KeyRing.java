package gatehouse.secret;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import gatehouse.config.PrivateFile;

/**
 * The keys that seal secrets at rest: AES-256-GCM, the first key seals, every key opens.
 * As text: one {@code name:base64(32 bytes)} a line; blank lines and lines that begin with # say nothing.
 */
public final class KeyRing {

    private static final String CHECK = "gatehouse key check";
    private final Map<String, Key> keys;
    private final Key first;

    private KeyRing(List<Key> keys) {
        if (keys.isEmpty()) throw new IllegalArgumentException("the key ring is empty");
        Map<String, Key> byId = new LinkedHashMap<>();
        for (Key key : keys) {
            if (byId.put(key.id(), key) != null) throw new IllegalArgumentException("the key ring names a key twice");
        }
        this.keys = Collections.unmodifiableMap(byId);
        this.first = keys.get(0);
    }

    /** Makes a ring of one fresh key in a new file of mode 0600. @throws UncheckedIOException when the file exists: it is never overwritten */
    public static KeyRing make(Path file) {
        Key key = Key.fresh();
        PrivateFile.create(file, key.line() + "\n");
        return new KeyRing(List.of(key));
    }

    /** @throws UncheckedIOException when the file cannot be read; IllegalArgumentException (naming a line, no content) when it is no ring */
    public static KeyRing read(Path file) {
        try {
            return parse(Files.readString(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** @throws IllegalArgumentException naming the line, never its content */
    public static KeyRing parse(String text) {
        List<Key> keys = new ArrayList<>();
        int number = 0;
        for (String line : text.lines().map(String::strip).toList()) {
            number++;
            if (!line.isEmpty() && !line.startsWith("#")) keys.add(key(line, number));
        }
        return new KeyRing(keys);
    }

    private static Key key(String line, int number) {
        try {
            return Key.parse(line);
        } catch (IllegalArgumentException malformed) {
            throw new IllegalArgumentException("line " + number + " of the key ring is not name:base64 of 32 bytes");
        }
    }

    /** Seals with the first key as {@code v1.name.iv.ciphertext}; opens again only for the same {@code boundTo}, e.g. "provider/client_secret/17". */
    public String seal(Secret secret, String boundTo) {
        return sealText(secret.reveal(), boundTo);
    }

    /** As {@link #seal}, for texts of any length that are for few eyes rather than secrets. */
    public String sealText(String text, String boundTo) {
        return first.seal(text, boundTo);
    }

    /** @throws SecretLost when the key is not on the ring, or the value is not what was sealed for {@code boundTo} */
    public Secret open(String sealed, String boundTo) {
        return Secret.of(openText(sealed, boundTo));
    }

    /** What {@link #sealText} sealed. @throws SecretLost as {@link #open} does */
    public String openText(String sealed, String boundTo) {
        String[] parts = sealed.split("\\.", -1);
        if (parts.length != 4 || !parts[0].equals("v1") || !keys.containsKey(parts[1])) throw new SecretLost();
        return keys.get(parts[1]).open(bytes(parts[2]), bytes(parts[3]), boundTo);
    }

    private static byte[] bytes(String text) {
        try {
            return Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException malformed) {
            throw new SecretLost();
        }
    }

    /** Whether the first key sealed it; a value of an older key is to be sealed again before that key leaves the ring. */
    public boolean current(String sealed) {
        return sealed.startsWith("v1." + first.id() + ".");
    }

    /** The key check value: kept in the database, it tells later whether a ring is the right one. */
    public String check() {
        return seal(Secret.of(CHECK), CHECK);
    }

    /** Whether this ring opens that key check value. */
    public boolean opens(String check) {
        try {
            return open(check, CHECK).reveal().equals(CHECK);
        } catch (SecretLost lost) {
            return false;
        }
    }

    /** 32 bytes for one purpose, e.g. "gatehouse/csrf": HKDF-SHA-256 of the first key with that label. */
    public byte[] derive(String label) {
        return first.derive(label);
    }

    @Override
    public String toString() {
        return "•••";
    }
}
