package gatehouse.exchange;

import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;

import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;

import gatehouse.connection.Origin;
import gatehouse.connection.SigningCertificate;
import gatehouse.exchange.ExchangeFailed.Reason;

/** A token whose signature only the kept certificate can vouch for; also one that has expired, which the provider's page warns of. */
final class Pinned {

    private Pinned() {
    }

    /** @throws ExchangeFailed (ID_TOKEN, certificate) when another key signed it */
    static void check(JWSObject token, Origin origin) {
        JWK key = key(SigningCertificate.of(origin.certificate()).key());
        if (!Signature.fits(key, token) || !Signature.good(key, token)) throw new ExchangeFailed(Reason.ID_TOKEN, "certificate");
    }

    private static JWK key(PublicKey key) {
        return key instanceof RSAPublicKey rsa ? new RSAKey.Builder(rsa).build() : new ECKey.Builder(Curve.P_256, (ECPublicKey) key).build();
    }
}
