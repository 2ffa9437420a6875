package gatehouse.people;

import java.util.List;

/** A search's way through the accounts as SQL for both databases. {@code :key} and {@code :last} are the place it goes on from. */
record Walk(Lane lane, Turn turn) {

    /** How many accounts are looked at for one page when something is asked of each. */
    static final int LOOKED_AT = 5000;
    private static final String COLUMNS = "a.id, a.canonical, a.directory_key, a.email_key, a.disabled, a.password_hash, a.one_time_until";

    /** The keys of the next accounts that pass every test. */
    String rows(int most) {
        return "select " + keys() + " from (" + looked(lane.tested() ? LOOKED_AT : most) + ") w" + tests() + order(false) + " limit " + most;
    }

    /** The key of the last account that is looked at, if so many are left. */
    String edge() {
        return "select " + keys() + " from (" + looked(LOOKED_AT) + ") w" + order(false) + " limit 1 offset " + (LOOKED_AT - 1);
    }

    /** Counts where nothing is asked of each. */
    String count(int most) {
        return "select count(*) from (" + looked(most) + ") w";
    }

    private String looked(int most) {
        return "select " + COLUMNS + " from " + lane.from() + " where " + lane.where() + beyond() + order(true) + " limit " + most;
    }

    private String keys() {
        return lane.text().isEmpty() ? "w.id" : "w.id, w." + lane.text();
    }

    private String tests() {
        return lane.tested() ? " where " + String.join(" and ", lane.tests()) : "";
    }

    private String beyond() {
        if (turn.from().isEmpty()) return "";
        String sign = turn.backward() ? "<" : ">";
        if (lane.text().isEmpty()) return " and " + lane.id() + " " + sign + " :last";
        String column = "a." + lane.text();
        if (lane.byName()) return " and " + column + " " + sign + " :key";
        return " and " + column + " " + sign + "= :key and (" + column + ", a.id) " + sign + " (:key, :last)";
    }

    private String order(boolean inside) {
        String way = turn.backward() ? " desc" : "";
        String id = (inside ? lane.id() : "w.id") + way;
        if (lane.text().isEmpty()) return " order by " + id;
        String text = (inside ? "a." : "w.") + lane.text() + way;
        return " order by " + String.join(", ", lane.byName() ? List.of(text) : List.of(text, id));
    }
}
