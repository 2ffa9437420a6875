package gatehouse.provider;

/** What a stored secret was given for: whoever changes any of it must know the secret, and type it again. */
record Destination(Protocol protocol, String issuer, Endpoints endpoints, String clientId, ClientAuthentication authentication) {
}
