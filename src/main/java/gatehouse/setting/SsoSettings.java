package gatehouse.setting;

import gatehouse.account.BasePath;
import gatehouse.account.Permissions;

/** What happens to people who arrive from a provider. */
public record SsoSettings(boolean enabled, boolean autoRegister, BasePath defaultDirectory, Permissions defaultPermissions, boolean compatibility) {

    /** A fresh installation: on, nobody is registered by themselves, everything, nothing. */
    public static final SsoSettings DEFAULT = new SsoSettings(true, false, new BasePath("/"), Permissions.imported(0), false);
}
