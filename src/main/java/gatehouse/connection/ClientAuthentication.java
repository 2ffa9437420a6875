package gatehouse.connection;

/** How the token call names us (RFC 6749 section 2.3.1): HTTP Basic, form-encoded first, or in the form body. */
public enum ClientAuthentication { BASIC, BODY }
