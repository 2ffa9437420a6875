package gatehouse.setting;

import gatehouse.web.Refusal;

/** How many days an event stays in the audit log: 7 to 3650; what is typed outside is refused (422). */
public record Retention(int days) {

    private static final int LEAST = 7;
    private static final int MOST = 3650;
    static final Retention DEFAULT = new Retention(180);

    public Retention {
        if (days < LEAST || days > MOST) throw Refusal.invalid("audit.days.range", LEAST, MOST);
    }

    /** A typed number of days. */
    public static Retention typed(String days) {
        return new Retention(days.matches("[0-9]{1,4}") ? Integer.parseInt(days) : 0);
    }
}
