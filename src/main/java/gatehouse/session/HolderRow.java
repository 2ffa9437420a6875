package gatehouse.session;

import java.time.Instant;
import java.util.List;

import gatehouse.account.BasePath;

/** A session and a row of its account. */
record HolderRow(long session, Instant seen, GrantRow grant) {

    /** @param rows of one session, at least one */
    static Holder together(List<HolderRow> rows) {
        GrantRow any = rows.get(0).grant;
        Rights rights = Rights.of(rows.stream().map(HolderRow::grant).toList());
        return new Holder(rows.get(0).session, any.account(), any.username(), any.person(), new BasePath(any.basePath()).resolve(any.username(), any.account()),
                rights.permissions(), rights.roles(), rights.administrator());
    }
}
