package gatehouse.web;

import java.util.Optional;

/** The address an administrator confirmed; kept with the settings, further up the house. */
public interface StoredAddress {

    Optional<PublicUrl> publicUrl();
}
