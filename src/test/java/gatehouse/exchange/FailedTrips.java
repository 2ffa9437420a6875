package gatehouse.exchange;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import gatehouse.tape.Call;

/** Failures as the exchange throws them, for the tests of those that explain them. */
public final class FailedTrips {

    private FailedTrips() {
    }

    public static ExchangeFailed failed(ExchangeFailed.Reason reason, String detail) {
        return new ExchangeFailed(reason, detail);
    }

    public static ExchangeFailed denied(String code) {
        return ExchangeFailed.denied(code);
    }

    /** The step that failed, with what the provider answered. */
    public static List<Step> after(String name, int status, String answer) {
        Call call = new Call("POST", "https://p.example/t", Map.of(), "", status, "application/json", answer, "", 1);
        return List.of(new Step(name, Duration.ZERO, false, List.of(call)));
    }
}
