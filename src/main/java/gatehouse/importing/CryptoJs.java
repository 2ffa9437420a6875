package gatehouse.importing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Opens what crypto-js sealed with a passphrase: AES-256-CBC, key and vector by OpenSSL's EVP_BytesToKey with MD5, after
 * {@code Salted__} and eight bytes of salt, in base64; AList wraps that in base64 once more.
 */
final class CryptoJs {

    private static final byte[] SALTED = "Salted__".getBytes(UTF_8);
    private static final int HEAD = 16;
    private static final int KEY = 32;
    private static final int VECTOR = 16;

    private CryptoJs() {
    }

    /** Empty when it is not sealed so, or not with this passphrase. */
    static Optional<String> open(String sealed, String passphrase) {
        try {
            byte[] bytes = unwrapped(sealed);
            if (bytes.length < HEAD || !Arrays.equals(SALTED, Arrays.copyOf(bytes, SALTED.length))) return Optional.empty();
            byte[] derived = derived(passphrase.getBytes(UTF_8), Arrays.copyOfRange(bytes, SALTED.length, HEAD));
            Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
            cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(derived, 0, KEY, "AES"), new IvParameterSpec(derived, KEY, VECTOR));
            return Optional.of(new String(cipher.doFinal(bytes, HEAD, bytes.length - HEAD), UTF_8));
        } catch (GeneralSecurityException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private static byte[] unwrapped(String sealed) {
        byte[] once = Base64.getDecoder().decode(sealed);
        return new String(once, ISO_8859_1).startsWith("U2FsdGVk") ? Base64.getDecoder().decode(once) : once;
    }

    /** EVP_BytesToKey with one round. */
    private static byte[] derived(byte[] passphrase, byte[] salt) throws GeneralSecurityException {
        MessageDigest md5 = MessageDigest.getInstance("MD5");
        byte[] all = new byte[0];
        byte[] last = new byte[0];
        while (all.length < KEY + VECTOR) {
            md5.update(last);
            md5.update(passphrase);
            last = md5.digest(salt);
            all = Arrays.copyOf(all, all.length + last.length);
            System.arraycopy(last, 0, all, all.length - last.length, last.length);
        }
        return all;
    }
}
