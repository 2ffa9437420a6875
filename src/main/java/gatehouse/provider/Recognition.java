package gatehouse.provider;

import java.net.URI;

import gatehouse.connection.Protocol;
import gatehouse.mapping.Field;
import gatehouse.mapping.MappingType;
import gatehouse.mapping.Rules;

/**
 * What people are recognised by at a provider: who changes any of it may turn everybody who is bound into a stranger.
 *
 * @param place the issuer, or for plain OAuth 2.0 the host that is asked who somebody is
 */
record Recognition(String place, MappingType type, Rules subject) {

    static Recognition of(Draft draft) {
        Destination there = draft.destination();
        String place = there.protocol() == Protocol.OIDC ? there.issuer() : URI.create(there.endpoints().userInfo()).getAuthority();
        return new Recognition(there.protocol() + " " + place, draft.mapping().type(), draft.mapping().rules().get(Field.SUBJECT));
    }
}
