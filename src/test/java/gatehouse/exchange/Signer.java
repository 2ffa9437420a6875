package gatehouse.exchange;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;

/** Signs tokens for tests; keys are made once. */
record Signer(JWK key, JWSAlgorithm algorithm) {

    static final Signer RSA = rsa("rsa-1", 2048);
    static final Signer OTHER = rsa("rsa-2", 2048);
    static final Signer EC = ec("ec-1");

    static Signer rsa(String id, int bits) {
        try {
            return new Signer(new RSAKeyGenerator(bits, true).keyID(id).generate(), JWSAlgorithm.RS256);
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static Signer ec(String id) {
        try {
            return new Signer(new ECKeyGenerator(Curve.P_256).keyID(id).generate(), JWSAlgorithm.ES256);
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    Signer with(JWSAlgorithm other) {
        return new Signer(key, other);
    }

    JWSHeader.Builder header() {
        return new JWSHeader.Builder(algorithm).type(JOSEObjectType.JWT).keyID(key.getKeyID());
    }

    String sign(Claims claims) {
        return sign(header().build(), claims.toString());
    }

    String sign(JWSHeader header, String payload) {
        try {
            JWSObject token = new JWSObject(header, new Payload(payload));
            token.sign(signer());
            return token.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The public key without its id. */
    JWK nameless() {
        JWK open = key.toPublicJWK();
        return open instanceof RSAKey rsa ? new RSAKey.Builder(rsa).keyID(null).build() : new ECKey.Builder(open.toECKey()).keyID(null).build();
    }

    JWKSet publicKeys() {
        return new JWKSet(key.toPublicJWK());
    }

    private JWSSigner signer() throws JOSEException {
        return key instanceof RSAKey rsa ? new RSASSASigner(rsa.toPrivateKey(), true) : new ECDSASigner(key.toECKey());
    }
}
