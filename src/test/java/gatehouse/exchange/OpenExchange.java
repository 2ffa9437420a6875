package gatehouse.exchange;

import java.time.Clock;

import gatehouse.egress.Egress;

/** An exchange that really goes out, for the tests of other rooms. */
public final class OpenExchange {

    private OpenExchange() {
    }

    public static Exchange at(Clock clock) {
        Exchange exchange = new Exchange();
        exchange.egress = new Egress("private", "", "", "");
        exchange.clock = clock;
        exchange.open();
        return exchange;
    }
}
