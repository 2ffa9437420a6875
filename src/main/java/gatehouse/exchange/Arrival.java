package gatehouse.exchange;

import java.util.List;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A trip that ended well.
 *
 * @param issuer  the verified issuer, or empty for plain OAuth 2.0
 * @param profile what the provider says of the person: user info, laid over the claims of the id_token where there is one
 * @param steps   what was done, in order
 */
public record Arrival(String issuer, ObjectNode profile, List<Step> steps) {

    @Override
    public String toString() {
        return "Arrival[" + issuer + "]";
    }
}
