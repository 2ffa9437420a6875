package gatehouse.exchange;

import java.util.Optional;

/** What the browser brought back: the code, and the issuer if the provider named itself (RFC 9207). */
public record Callback(String code, Optional<String> issuer) {

    @Override
    public String toString() {
        return "Callback[•••]";
    }
}
