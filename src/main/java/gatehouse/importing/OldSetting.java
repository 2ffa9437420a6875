package gatehouse.importing;

import java.util.List;

import gatehouse.account.BasePath;
import gatehouse.account.Permissions;
import gatehouse.setting.SsoSettings;
import gatehouse.web.Refusal;

/** The settings of AList that mean the same here. */
enum OldSetting {

    ENABLED("sso_login_enabled") {
        @Override
        SsoSettings into(SsoSettings now, String value) {
            return new SsoSettings(flag(value), now.autoRegister(), now.defaultDirectory(), now.defaultPermissions(), now.compatibility());
        }

        @Override
        String now(SsoSettings now) {
            return Boolean.toString(now.enabled());
        }
    },
    AUTO_REGISTER("sso_auto_register") {
        @Override
        SsoSettings into(SsoSettings now, String value) {
            return new SsoSettings(now.enabled(), flag(value), now.defaultDirectory(), now.defaultPermissions(), now.compatibility());
        }

        @Override
        String now(SsoSettings now) {
            return Boolean.toString(now.autoRegister());
        }
    },
    DEFAULT_DIR("sso_default_dir") {
        @Override
        SsoSettings into(SsoSettings now, String value) {
            return new SsoSettings(now.enabled(), now.autoRegister(), new BasePath(value), now.defaultPermissions(), now.compatibility());
        }

        @Override
        String now(SsoSettings now) {
            return now.defaultDirectory().value();
        }
    },
    DEFAULT_PERMISSION("sso_default_permission") {
        @Override
        SsoSettings into(SsoSettings now, String value) {
            if (!value.matches("[0-9]{1,9}")) throw Refusal.invalid("importing.setting.number");
            return new SsoSettings(now.enabled(), now.autoRegister(), now.defaultDirectory(), Permissions.imported(Integer.parseInt(value)), now.compatibility());
        }

        @Override
        String now(SsoSettings now) {
            return Integer.toString(now.defaultPermissions().sum());
        }
    },
    COMPATIBILITY("sso_compatibility_mode") {
        @Override
        SsoSettings into(SsoSettings now, String value) {
            return new SsoSettings(now.enabled(), now.autoRegister(), now.defaultDirectory(), now.defaultPermissions(), flag(value));
        }

        @Override
        String now(SsoSettings now) {
            return Boolean.toString(now.compatibility());
        }
    };

    /** What AList offers to fill in and no line of its code ever reads: the organisation, the application and the public key of Casdoor. */
    static final List<String> DEAD = List.of("sso_organization_name", "sso_application_name", "sso_jwt_public_key");

    private final String key;

    OldSetting(String key) {
        this.key = key;
    }

    String key() {
        return key;
    }

    /** The settings of now with this one as the backup has it. @throws Refusal 422 when the value cannot be used here */
    abstract SsoSettings into(SsoSettings now, String value);

    /** This setting as it is here. */
    abstract String now(SsoSettings now);

    private static boolean flag(String value) {
        return value.equals("true") || value.equals("1");
    }
}
