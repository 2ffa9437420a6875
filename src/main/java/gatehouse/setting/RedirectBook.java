package gatehouse.setting;

import java.util.List;

/** Which redirect addresses a switch moves; known further up the house, where the providers are. */
public interface RedirectBook {

    /** @param base the public address, without a slash at its end. @param compatibility the switch as it will be */
    List<MovedAddress> moved(String base, boolean compatibility);
}
