package gatehouse.it.provider;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** An id_token being made; written by hand, because a library refuses to write the wrong ones. */
public final class IdToken {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, Object> header = new LinkedHashMap<>();
    private final Map<String, Object> claims = new LinkedHashMap<>();
    private Signer signer;

    /** Turns what stands before the second dot into signature bytes. */
    public interface Signer {
        byte[] sign(byte[] input) throws GeneralSecurityException;
    }

    IdToken(RSAKey key) {
        header.put("typ", "JWT");
        signedBy(key);
    }

    public IdToken header(String name, Object value) {
        header.put(name, value);
        return this;
    }

    public IdToken withoutHeader(String name) {
        header.remove(name);
        return this;
    }

    public IdToken claim(String name, Object value) {
        claims.put(name, value);
        return this;
    }

    public IdToken without(String name) {
        claims.remove(name);
        return this;
    }

    public Object claim(String name) {
        return claims.get(name);
    }

    /** RS256 by that key, under its key id. */
    public IdToken signedBy(RSAKey key) {
        header("alg", "RS256").header("kid", key.getKeyID());
        return signedBy(input -> {
            Signature signature = Signature.getInstance("SHA256withRSA");
            try {
                signature.initSign(key.toPrivateKey());
            } catch (JOSEException e) {
                throw new GeneralSecurityException(e);
            }
            signature.update(input);
            return signature.sign();
        });
    }

    /** HS256 with those bytes, such as a public key's, as the secret. */
    public IdToken hmac(byte[] secret) {
        header("alg", "HS256");
        return signedBy(input -> {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return mac.doFinal(input);
        });
    }

    /** No signature, under an alg such as `none` or `nOnE`. */
    public IdToken unsigned(String alg) {
        return header("alg", alg).signedBy(input -> new byte[0]);
    }

    /** The right signature with its last bit flipped. */
    public IdToken flipped() {
        Signer right = signer;
        return signedBy(input -> {
            byte[] signature = right.sign(input);
            signature[signature.length - 1] ^= 1;
            return signature;
        });
    }

    public IdToken signedBy(Signer other) {
        signer = other;
        return this;
    }

    String written() {
        String input = part(header) + "." + part(claims);
        try {
            return input + "." + Base64URL.encode(signer.sign(input.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String part(Map<String, Object> json) {
        try {
            return Base64URL.encode(JSON.writeValueAsBytes(json)).toString();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
