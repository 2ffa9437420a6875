package gatehouse.connection;

/** What a provider speaks: OpenID Connect with discovery, or plain OAuth 2.0 with three addresses typed in. */
public enum Protocol { OIDC, OAUTH2 }
