package gatehouse.trial;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import gatehouse.account.Outsider;
import gatehouse.admission.ForetellSignIn;
import gatehouse.admission.Verdict;
import gatehouse.attempt.Journey;
import gatehouse.connection.Connection;
import gatehouse.connection.Protocol;
import gatehouse.exchange.Arrival;
import gatehouse.exchange.Exchange;
import gatehouse.exchange.ExchangeFailed;
import gatehouse.exchange.Rehearsal;
import gatehouse.exchange.Step;
import gatehouse.mapping.ExternalProfile;
import gatehouse.provider.Provider;
import gatehouse.provider.Providers;
import gatehouse.tape.Call;
import gatehouse.web.Label;
import gatehouse.web.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Writes a trial's trace, step by step, by the same rules as the door. */
@ApplicationScoped
class Rehearsed {

    private static final String DEPARTURE = "departure";
    private static final String CALLBACK = "callback";
    private static final String MAPPING = "mapping";
    private static final String DECISION = "decision";

    @Inject
    Exchange exchange;
    @Inject
    Providers providers;
    @Inject
    ForetellSignIn foretell;
    @Inject
    Clock clock;

    /** The administrator is on the way. */
    static Trace begun(Trace.About about, Connection connection, Rehearsal trip, URI address, Instant now) {
        Call sent = new Call("GET", trip.covered(address.toString()), Map.of(), "", 0, "", "", "", 0);
        return Trace.begun(about, now, plan(connection), List.of(departure(trip, true, List.of(sent))));
    }

    /** There was no way to the provider. */
    static Trace stayed(Trace.About about, Connection connection, Rehearsal trip, ExchangeFailed failed, Instant now) {
        return Trace.begun(about, now, plan(connection), List.of(departure(trip, false, List.of()))).failed(why(failed, trip), now);
    }

    /** The way out as one step, whatever was asked for it. @param sent the browser's own request */
    private static Trace.Line departure(Rehearsal trip, boolean good, List<Call> sent) {
        List<Call> calls = new ArrayList<>(trip.steps().stream().flatMap(step -> step.calls().stream()).toList());
        calls.addAll(sent);
        return new Trace.Line(DEPARTURE, good, trip.steps().stream().mapToLong(step -> step.took().toMillis()).sum(), calls);
    }

    /** Another trial has taken its place meanwhile: what came before the return is not known any more. */
    Trace forgotten(Provider provider, Journey journey, String ticket) {
        Connection connection = providers.connection(provider);
        Trace.About about = new Trace.About(ticket, provider.id(), provider.slug(), provider.name(), connection.clientId(), journey.departure().redirectUri());
        return Trace.begun(about, clock.instant(), plan(connection), List.of());
    }

    private static List<String> plan(Connection connection) {
        boolean oidc = connection.protocol() == Protocol.OIDC;
        return oidc ? List.of(DEPARTURE, CALLBACK, "discovery", "token", "id-token", "user-info", MAPPING, DECISION)
                : List.of(DEPARTURE, CALLBACK, "token", "user-info", MAPPING, DECISION);
    }

    private static List<Trace.Line> lines(List<Step> steps) {
        return steps.stream().filter(step -> !step.good() || !step.name().equals("issuer"))
                .map(step -> new Trace.Line(step.name(), step.good(), step.took().toMillis(), step.calls())).toList();
    }

    /** What came of it. The provider is asked only for an answer that belongs to this trip. */
    Trace end(Trace begun, Provider provider, Journey journey, Returned answer) {
        Rehearsal trip = exchange.rehearse(providers.connection(provider), journey.departure());
        answer.codes().values().forEach(trip::learn);
        boolean code = answer.hasCode(provider.codeParameter());
        Trace back = begun.with(List.of(home(begun, trip, answer, code)));
        if (!URI.create(journey.departure().redirectUri()).getPath().equals(answer.path())) return back.failed(Cause.of("stray", "", ""), clock.instant());
        if (provider.configuration() != journey.errand().configuration()) return back.failed(Cause.of("changed", "", ""), clock.instant());
        try {
            return code ? arrived(back, provider, trip, answer) : denied(back, provider, trip, answer);
        } catch (ExchangeFailed failed) {
            return back.with(lines(trip.steps())).failed(why(failed, trip), clock.instant());
        }
    }

    private Trace.Line home(Trace begun, Rehearsal trip, Returned answer, boolean good) {
        long away = Math.max(0, Duration.between(Instant.ofEpochMilli(begun.departed()), clock.instant()).toMillis());
        return new Trace.Line(CALLBACK, good, away, List.of(new Call("GET", answer.shown(trip), Map.of(), "", 0, "", "", "", away)));
    }

    private Trace denied(Trace back, Provider provider, Rehearsal trip, Returned answer) {
        trip.sameIssuer(answer.callback(provider.codeParameter()));
        return back.failed(Advice.denied(trip.covered(answer.reason()), trip.covered(answer.words())), clock.instant());
    }

    private Trace arrived(Trace back, Provider provider, Rehearsal trip, Returned answer) {
        Arrival arrival = trip.arrive(answer.callback(provider.codeParameter()));
        Trace known = back.with(lines(trip.steps())).knowing(trip.covered(arrival.profile()).toPrettyString());
        try {
            ExternalProfile person = provider.mapping().profile(provider.mapping().read(arrival.profile()));
            Verdict verdict = foretell.of(provider.admission(), person, new Outsider(provider.id(), arrival.issuer(), person.subject(), person.nameThere()));
            Trace.Decision decision = new Trace.Decision(verdict.letsIn(), Said.of(verdict.words()).each(trip::covered), aside(provider));
            return known.with(List.of(done(MAPPING, true), done(DECISION, verdict.letsIn()))).decided(decision, clock.instant());
        } catch (Refusal nobody) {
            Cause cause = new Cause("mapping", "", "", List.of(Said.of(Label.of(nobody)).each(trip::covered)));
            return known.with(List.of(done(MAPPING, false))).failed(cause, clock.instant());
        }
    }

    /** A provider may send a secret in place of a code. */
    private static Cause why(ExchangeFailed failed, Rehearsal trip) {
        return Advice.of(failed, trip.steps()).each(trip::covered);
    }

    private static Trace.Line done(String name, boolean good) {
        return new Trace.Line(name, good, 0, List.of());
    }

    private static List<Said> aside(Provider provider) {
        return provider.enabled() ? List.of() : List.of(Said.of("provider.tester.switched-off"));
    }
}
