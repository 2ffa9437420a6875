package gatehouse.provider;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import gatehouse.connection.ClientAuthentication;
import gatehouse.connection.Dialect;
import gatehouse.connection.Endpoints;
import gatehouse.connection.Protocol;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/** What a stored secret was given for: whoever changes any of it must know the secret, and type it again. */
@Embeddable
record Destination(@Enumerated(EnumType.STRING) Protocol protocol, String issuer, @Embedded Endpoints endpoints,
                   @Column(name = "client_id") String clientId, @Enumerated(EnumType.STRING) ClientAuthentication authentication,
                   @Column(name = "dialect") String spoken) {

    Dialect dialect() {
        return Dialect.of(spoken);
    }

    /** The host that people are sent to. */
    String host() {
        return URI.create(protocol == Protocol.OIDC ? issuer : endpoints.authorize()).getHost();
    }

    /** The message key of the first thing that is another one now. */
    Optional<String> firstChange(Destination now) {
        Map<String, Boolean> same = new LinkedHashMap<>();
        same.put("provider.protocol", protocol == now.protocol);
        same.put("provider.client-id", clientId.equals(now.clientId));
        same.put("provider.issuer", issuer.equals(now.issuer));
        same.put("provider.authorize-url", endpoints.authorize().equals(now.endpoints.authorize()));
        same.put("provider.token-url", endpoints.token().equals(now.endpoints.token()));
        same.put("provider.user-info-url", endpoints.userInfo().equals(now.endpoints.userInfo()));
        same.put("provider.authentication", authentication == now.authentication);
        same.put("provider.dialect", spoken.equals(now.spoken));
        return same.entrySet().stream().filter(part -> !part.getValue()).map(Map.Entry::getKey).findFirst();
    }
}
