package gatehouse.it.provider;

import gatehouse.it.Parameters;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;

/** What a code stands for: the authorize request, and who agreed to it. */
record Grant(Parameters asked, Person person) {

    String redirectUri() {
        return asked.one("redirect_uri");
    }

    Optional<String> nonce() {
        return asked.first("nonce");
    }

    boolean openid() {
        return asked.first("scope").orElse("").matches("(.* )?openid( .*)?");
    }

    /** RFC 7636 section 4.6; a verifier without a challenge is refused too. */
    boolean provenBy(Optional<String> verifier) {
        Optional<String> challenge = asked.first("code_challenge");
        if (challenge.isEmpty() || verifier.isEmpty()) return challenge.isEmpty() && verifier.isEmpty();
        return verifier.get().matches("[A-Za-z0-9._~-]{43,128}") && s256(verifier.get()).equals(challenge.get());
    }

    private static String s256(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
