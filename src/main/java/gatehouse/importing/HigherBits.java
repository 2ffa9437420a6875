package gatehouse.importing;

import java.util.Locale;
import java.util.Optional;

import gatehouse.account.Permissions;

/** Whose the bits above 8192 are: OpenList and later AList gave the same numbers to different rights. */
enum HigherBits {

    /** 16384 share, 32768 own share ids. */
    OPENLIST,
    /** 16384 check the path limit, 32768 and 65536 MCP. */
    ALIST,
    /** Whosever they are: they are left behind. */
    DROP;

    static final int HIGHEST_SHARED = 16383;

    static Optional<HigherBits> typed(String name) {
        for (HigherBits one : values()) if (one.name().toLowerCase(Locale.ROOT).equals(name)) return Optional.of(one);
        return Optional.empty();
    }

    /** Kept as they are, for they mean nothing here; or dropped. */
    Permissions of(Permissions imported) {
        return this == DROP ? Permissions.imported(imported.sum() & HIGHEST_SHARED) : imported;
    }
}
