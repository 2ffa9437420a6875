package gatehouse.people;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A search's way through the accounts as SQL for both databases. {@code :key} and {@code :last} are the place it goes on from. */
record Walk(Lane lane, Turn turn) {

    /** How many accounts are looked at for one page when something is asked of each. */
    static final int LOOKED_AT = 3000;
    private static final String COLUMNS = "a.id, a.canonical, a.directory_key, a.email_key, a.disabled, a.password_hash, a.one_time_until";

    /** The keys of the next accounts that pass every test. */
    String rows(int most) {
        return "select " + keys() + " from (" + (lane.tested() ? known(LOOKED_AT) : looked(most)) + ") w" + tests() + order(false) + " limit " + most;
    }

    /** The key of the last account that is looked at, if so many are left. */
    String edge() {
        return "select " + keys() + " from (" + looked(LOOKED_AT) + ") w" + order(false) + " limit 1 offset " + (LOOKED_AT - 1);
    }

    /** Counts where nothing is asked of each. */
    String count(int most) {
        return "select count(*) from (" + looked(most) + ") w";
    }

    /** The next accounts of the lane, no more of them known than the index tells. */
    private String looked(int most) {
        return next(lane.id() + " as id" + (lane.text().isEmpty() ? "" : ", a." + lane.text()), most);
    }

    /** The same with what the tests ask of each. */
    private String known(int most) {
        return lane.overAccounts() ? next(COLUMNS, most) : "select " + COLUMNS + " from (" + looked(most) + ") d join account a on a.id = d.id";
    }

    private String next(String columns, int most) {
        return "select " + columns + " from " + lane.from() + " where " + lane.where() + beyond() + order(true) + " limit " + most;
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
        List<String> columns = new ArrayList<>();
        if (inside && !lane.lead().isEmpty()) columns.add(lane.lead());
        if (!lane.text().isEmpty()) columns.add((inside ? "a." : "w.") + lane.text());
        if (!lane.byName()) columns.add(inside ? lane.id() : "w.id");
        return columns.stream().map(column -> turn.backward() ? column + " desc" : column).collect(Collectors.joining(", ", " order by ", ""));
    }
}
