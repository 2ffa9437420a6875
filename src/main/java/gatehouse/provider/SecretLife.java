package gatehouse.provider;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

import gatehouse.web.Label;

/** How long a provider's secret is still good; a warning begins 30 days before its end and stays after it. */
public record SecretLife(State state, long days) {

    private static final long NOTICE = 30;

    /** From nothing to worry about to nobody coming in. */
    public enum State { FINE, ENDING, ENDED, MISSING }

    public static SecretLife of(Provider provider, LocalDate today) {
        if (!provider.secretSaved()) return new SecretLife(State.MISSING, 0);
        LocalDate end = provider.origin().secretExpires();
        long left = end == null ? Long.MAX_VALUE : ChronoUnit.DAYS.between(today, end);
        if (left < 0) return new SecretLife(State.ENDED, -left);
        return new SecretLife(left <= NOTICE ? State.ENDING : State.FINE, left);
    }

    boolean fine() {
        return state == State.FINE;
    }

    /** A few words for a list: {@code provider.secret.ending} and so on. */
    Label words() {
        return new Label("provider.secret." + state.name().toLowerCase(Locale.ROOT), days);
    }
}
