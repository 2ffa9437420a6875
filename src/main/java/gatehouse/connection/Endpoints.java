package gatehouse.connection;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** A provider's three addresses; an empty one is absent (OIDC finds them by discovery). */
@Embeddable
public record Endpoints(@Column(name = "authorize_url") String authorize, @Column(name = "token_url") String token,
                        @Column(name = "user_info_url") String userInfo) {

    public static final Endpoints NONE = new Endpoints("", "", "");
}
