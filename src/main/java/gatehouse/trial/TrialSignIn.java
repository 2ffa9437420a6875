package gatehouse.trial;

import java.net.URI;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;

import gatehouse.attempt.Attempts;
import gatehouse.attempt.Departure;
import gatehouse.attempt.Errand;
import gatehouse.attempt.Intent;
import gatehouse.attempt.Journey;
import gatehouse.connection.Connection;
import gatehouse.exchange.Exchange;
import gatehouse.exchange.ExchangeFailed;
import gatehouse.exchange.Rehearsal;
import gatehouse.provider.Provider;
import gatehouse.provider.ProviderRefused;
import gatehouse.provider.Providers;
import gatehouse.provider.TestSignIn;
import gatehouse.secret.Tokens;
import gatehouse.session.CurrentAccount;
import gatehouse.session.SessionView;
import gatehouse.signin.Departures;
import gatehouse.web.Races;
import gatehouse.web.Refusal;
import gatehouse.web.Visit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * A full trip to a provider and back for an administrator who wants to see it. Nobody is let in by it: nothing is written but the trace,
 * which is the session's own. The provider may be switched off.
 */
@ApplicationScoped
public class TrialSignIn implements TestSignIn {

    static final String PAGE = "/admin/trial";

    @Inject
    Departures departures;
    @Inject
    Providers providers;
    @Inject
    Attempts attempts;
    @Inject
    Exchange exchange;
    @Inject
    Trials trials;
    @Inject
    Rehearsed rehearsed;
    @Inject
    CurrentAccount current;
    @Inject
    Clock clock;

    @Override
    public URI begin(String slug, Visit visit) {
        boolean compatibility = departures.open(visit).compatibility();
        Provider provider = providers.named(slug);
        Connection connection = providers.connection(provider);
        Departure departure = Departure.fresh(provider.redirects(visit.address().base(), compatibility).signIn(), false);
        Rehearsal trip = exchange.rehearse(connection, departure);
        Trace.About about = new Trace.About(ticket(departure.state()), provider.id(), slug, provider.name(), connection.clientId(), departure.redirectUri());
        try {
            URI address = trip.depart();
            Errand errand = new Errand(provider.id(), provider.configuration(), Intent.TRIAL, current.id(), current.session().id(), PAGE);
            attempts.begin(errand, departure, visit.flow());
            keep(provider, Rehearsed.begun(about, connection, trip, address, clock.instant()));
            return address;
        } catch (ExchangeFailed failed) {
            keep(provider, Rehearsed.stayed(about, connection, trip, failed, clock.instant()));
            return URI.create(visit.address().base() + PAGE);
        }
    }

    /**
     * Ends a trial: whatever came back stands in the trace.
     *
     * @return the page that shows it
     * @throws Refusal 400 when this is not the session that began it, 403 when its account is no administrator any more; then nothing was asked
     */
    public String end(Journey journey, Returned answer) {
        long session = own(journey.errand());
        Provider provider = providers.find(journey.errand().provider()).orElseThrow(ProviderRefused::unknown);
        Trace begun = trials.of(session).filter(trace -> trace.about().ticket().equals(ticket(answer.state())))
                .orElseGet(() -> rehearsed.forgotten(provider, journey, ticket(answer.state())));
        keep(provider, rehearsed.end(begun, provider, journey, answer));
        return PAGE;
    }

    private long own(Errand errand) {
        boolean same = current.signedIn() && Objects.equals(errand.session(), current.session().id()) && Objects.equals(errand.account(), current.id());
        if (!same) throw new Refusal(400, "refused.attempt-unknown").again("/login");
        SessionView session = current.session();
        if (!session.administrator()) throw new Refusal(403, "refused.forbidden");
        return session.id();
    }

    private void keep(Provider provider, Trace trace) {
        long session = current.session().id();
        Races.settled(() -> {
            trials.keep(session, provider.id(), trace);
            return session;
        });
    }

    private static String ticket(String state) {
        return Tokens.hash("trial/" + state);
    }

    @Override
    public Optional<LastAnswer> lastAnswer(Provider provider) {
        return last().filter(trace -> trace.about().provider() == provider.id() && !trace.sample().isEmpty())
                .map(trace -> new LastAnswer(trace.sample(), trace.since(clock.instant())));
    }

    @Override
    public Optional<String> underWay() {
        return last().filter(trace -> trace.waitsAt(clock.instant())).map(trace -> trace.about().name());
    }

    /** The trial of this very session. */
    Optional<Trace> last() {
        return current.signedIn() ? trials.of(current.session().id()) : Optional.empty();
    }
}
