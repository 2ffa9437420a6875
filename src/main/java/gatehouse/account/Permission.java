package gatehouse.account;

import java.util.Arrays;
import java.util.Optional;

/** One thing an account may do, by its bit in the permission sum (AList's numbers). */
public enum Permission {

    SEE_HIDDEN(1), NO_PASSWORD(2), OFFLINE_DOWNLOAD(4), WRITE(8), RENAME(16), MOVE(32), COPY(64), DELETE(128),
    WEBDAV_READ(256), WEBDAV_MANAGE(512), FTP_READ(1024), FTP_MANAGE(2048), READ_ARCHIVES(4096), DECOMPRESS(8192);

    private final int bit;

    Permission(int bit) {
        this.bit = bit;
    }

    public int bit() {
        return bit;
    }

    /** The message key of its label. */
    public String key() {
        return "permission." + bit;
    }

    static Optional<Permission> ofBit(String bit) {
        return Arrays.stream(values()).filter(permission -> Integer.toString(permission.bit).equals(bit)).findFirst();
    }
}
