package gatehouse.secret;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.ProviderException;
import java.security.SecureRandom;
import java.util.Base64;

import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** One key of the ring: 32 bytes and the name that its sealed values carry. */
final class Key {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();
    private static final int BITS_OF_TAG = 128;

    private final String id;
    private final byte[] bytes;

    private Key(String id, byte[] bytes) {
        if (!id.matches("[A-Za-z0-9_-]{1,32}")) throw new IllegalArgumentException("a key's name is 1 to 32 of A-Z a-z 0-9 _ -");
        if (bytes.length != 32) throw new IllegalArgumentException("a key has 32 bytes");
        this.id = id;
        this.bytes = bytes;
    }

    static Key fresh() {
        byte[] bytes = random(32);
        return new Key("k" + TEXT.encodeToString(random(6)), bytes);
    }

    static Key parse(String line) {
        String[] parts = line.split(":", 2);
        if (parts.length != 2) throw new IllegalArgumentException("a line of the key ring reads name:base64");
        return new Key(parts[0].strip(), Base64.getDecoder().decode(parts[1].strip()));
    }

    String id() {
        return id;
    }

    String line() {
        return id + ":" + Base64.getEncoder().encodeToString(bytes);
    }

    byte[] derive(String label) {
        return Hkdf.derive(bytes, label);
    }

    String seal(String text, String boundTo) {
        byte[] iv = random(12);
        byte[] sealed = cipher(Cipher.ENCRYPT_MODE, iv, boundTo, text.getBytes(UTF_8));
        return "v1." + id + "." + TEXT.encodeToString(iv) + "." + TEXT.encodeToString(sealed);
    }

    String open(byte[] iv, byte[] sealed, String boundTo) {
        return new String(cipher(Cipher.DECRYPT_MODE, iv, boundTo, sealed), UTF_8);
    }

    private byte[] cipher(int mode, byte[] iv, String boundTo, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(derive("gatehouse/seal"), "AES"), new GCMParameterSpec(BITS_OF_TAG, iv));
            cipher.updateAAD(("v1/" + id + "/" + boundTo).getBytes(UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException | ProviderException refused) {
            throw new SecretLost();
        }
    }


    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
