package gatehouse.provider;

/** A provider's three addresses; an empty one is absent (OIDC finds them by discovery). */
public record Endpoints(String authorize, String token, String userInfo) {

    public static final Endpoints NONE = new Endpoints("", "", "");
}
