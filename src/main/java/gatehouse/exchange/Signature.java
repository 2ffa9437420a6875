package gatehouse.exchange;

import java.util.Set;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyOperation;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;

/** Whether a published key fits a token, and whether it signed it: RSA of 2,048 bits or more, or P-256. */
final class Signature {

    private static final int WEAKEST_RSA = 2048;

    private Signature() {
    }

    /** Made for signatures of this algorithm, and of the token's key id where both have one. */
    static boolean fits(JWK key, JWSObject token) {
        JWSAlgorithm algorithm = token.getHeader().getAlgorithm();
        String id = token.getHeader().getKeyID();
        return forSignatures(key) && strongEnough(key, algorithm)
                && (key.getAlgorithm() == null || key.getAlgorithm().equals(algorithm))
                && (id == null || key.getKeyID() == null || key.getKeyID().equals(id));
    }

    static boolean good(JWK key, JWSObject token) {
        try {
            return token.verify(verifier(key));
        } catch (JOSEException | IllegalStateException unusable) {
            return false;
        }
    }

    private static boolean forSignatures(JWK key) {
        Set<KeyOperation> operations = key.getKeyOperations();
        return (key.getKeyUse() == null || key.getKeyUse().equals(KeyUse.SIGNATURE))
                && (operations == null || operations.contains(KeyOperation.VERIFY));
    }

    private static boolean strongEnough(JWK key, JWSAlgorithm algorithm) {
        if (key instanceof RSAKey) return JWSAlgorithm.Family.RSA.contains(algorithm) && key.size() >= WEAKEST_RSA;
        return key instanceof ECKey curve && JWSAlgorithm.ES256.equals(algorithm) && Curve.P_256.equals(curve.getCurve());
    }

    private static JWSVerifier verifier(JWK key) throws JOSEException {
        return key instanceof RSAKey rsa ? new RSASSAVerifier(rsa.toRSAPublicKey()) : new ECDSAVerifier(key.toECKey().toECPublicKey());
    }
}
