package gatehouse.setting;

import java.util.List;

/**
 * A setting as AList's programs read it; the value is always text.
 *
 * @param group 7 is single sign-on, 0 is ours
 * @param flag  0: everybody may read it, 1: administrators
 */
record SettingItem(String key, String value, String help, String type, String options, int group, int flag, int index) {

    private static final int SSO = 7;

    static List<SettingItem> of(SsoSettings sso, SessionLimits sessions, Retention retention) {
        return List.of(
                sso("sso_login_enabled", sso.enabled(), 0, 0),
                sso("sso_auto_register", sso.autoRegister(), 1, 1),
                new SettingItem("sso_default_dir", sso.defaultDirectory().value(), "", "string", "", SSO, 1, 2),
                new SettingItem("sso_default_permission", Integer.toString(sso.defaultPermissions().sum()), "", "number", "", SSO, 1, 3),
                sso("sso_compatibility_mode", sso.compatibility(), 0, 4),
                new SettingItem("session_idle_hours", Long.toString(sessions.idle().toHours()), "", "number", "", 0, 1, 5),
                new SettingItem("session_longest_days", Long.toString(sessions.longest().toDays()), "", "number", "", 0, 1, 6),
                new SettingItem("audit_days", Integer.toString(retention.days()), "", "number", "", 0, 1, 7));
    }

    private static SettingItem sso(String key, boolean on, int flag, int index) {
        return new SettingItem(key, Boolean.toString(on), "", "bool", "", SSO, flag, index);
    }

    boolean open() {
        return flag == 0;
    }
}
