package gatehouse.it.provider;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The keys of a fake provider: the newest signs, all are published. */
public final class SigningKeys {

    private final List<RSAKey> keys = new ArrayList<>();

    /** A key that no provider here has published. */
    public static RSAKey fresh(int bits) {
        try {
            return new RSAKeyGenerator(bits, true).keyUse(KeyUse.SIGNATURE).keyID(UUID.randomUUID().toString()).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The key that signs now; made when first asked for, since that takes a while. */
    public synchronized RSAKey current() {
        if (keys.isEmpty()) rotate();
        return keys.get(keys.size() - 1);
    }

    /** Signs by a new key from now on and forgets the old one. */
    public synchronized void rotate() {
        keys.clear();
        keys.add(fresh(2048));
    }

    /** Signs by this key from now on; those before it stay published. */
    public synchronized void add(RSAKey key) {
        keys.add(key);
    }

    synchronized String published() {
        current();
        return new JWKSet(List.copyOf(keys)).toString();
    }
}
