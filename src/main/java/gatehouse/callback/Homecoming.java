package gatehouse.callback;

import java.net.URI;
import java.util.Optional;

import gatehouse.account.Outsider;
import gatehouse.attempt.Attempts;
import gatehouse.attempt.Errand;
import gatehouse.attempt.Intent;
import gatehouse.attempt.Journey;
import gatehouse.exchange.Arrival;
import gatehouse.exchange.Exchange;
import gatehouse.exchange.ExchangeFailed;
import gatehouse.mapping.ExternalProfile;
import gatehouse.mapping.Reading;
import gatehouse.profile.Binding;
import gatehouse.provider.Provider;
import gatehouse.provider.ProviderRefused;
import gatehouse.provider.Providers;
import gatehouse.setting.Settings;
import gatehouse.signin.SignIn;
import gatehouse.signin.SignInFailed;
import gatehouse.signin.SignInRefused;
import gatehouse.signin.Threshold;
import gatehouse.trial.TrialSignIn;
import gatehouse.web.Flash;
import gatehouse.web.Races;
import gatehouse.web.Refusal;
import gatehouse.web.Visit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** The way home from a provider: take the attempt, ask the provider, decide. No database connection is held while it is asked. */
@ApplicationScoped
class Homecoming {

    @Inject
    Settings settings;
    @Inject
    Attempts attempts;
    @Inject
    Providers providers;
    @Inject
    Exchange exchange;
    @Inject
    SignIn signIn;
    @Inject
    Binding binding;
    @Inject
    Threshold threshold;
    @Inject
    TrialSignIn trial;
    @Inject
    Event<SignInFailed> failed;

    /** @return the path of ours to go on to. @throws Refusal with the page to show; then nothing was written but one audit event */
    String end(Answer answer, HttpServletRequest request, HttpServletResponse response) {
        if (!settings.sso().enabled()) throw told(SignInFailed.Kind.SIGN_IN_FAILED, null, "", SignInRefused.off());
        Journey journey = taken(answer, request);
        if (journey.errand().intent() == Intent.TRIAL) return trial.end(journey, answer.returned());
        Optional<Provider> provider = providers.find(journey.errand().provider());
        try {
            return end(journey, provider.orElseThrow(ProviderRefused::unknown), answer, request, response);
        } catch (Refusal refusal) {
            throw told(journey.errand(), provider.map(Provider::slug).orElse(""), refusal);
        }
    }

    private Journey taken(Answer answer, HttpServletRequest request) {
        try {
            return attempts.take(answer.state(), Visit.of(request).flow());
        } catch (Refusal refusal) {
            throw told(SignInFailed.Kind.SIGN_IN_FAILED, null, "", refusal);
        }
    }

    private Refusal told(Errand errand, String provider, Refusal refusal) {
        if (errand.intent() == Intent.BIND) return told(SignInFailed.Kind.BIND_FAILED, errand.account(), provider, refusal.again("/profile"));
        SignInFailed.Kind kind = errand.provesAnew() ? SignInFailed.Kind.AGAIN_FAILED : SignInFailed.Kind.SIGN_IN_FAILED;
        return told(kind, errand.account(), provider, refusal);
    }

    private Refusal told(SignInFailed.Kind kind, Long account, String provider, Refusal refusal) {
        failed.fire(new SignInFailed(kind, refusal.about().orElse(account), "", provider, refusal.forTheLog()));
        return refusal;
    }

    private static Refusal stray(String key) {
        return new Refusal(400, key).again("/login");
    }

    private String end(Journey journey, Provider provider, Answer answer, HttpServletRequest request, HttpServletResponse response) {
        if (!provider.enabled()) throw ProviderRefused.off(provider.name());
        boolean itsOwn = URI.create(journey.departure().redirectUri()).getPath().equals(answer.path());
        if (!itsOwn || provider.configuration() != journey.errand().configuration()) throw stray("refused.attempt-provider");
        if (answer.denied()) throw denied(provider, answer);
        if (!answer.hasCode(provider.codeParameter())) throw stray("refused.attempt-unknown");
        Arrival arrival = ask(provider, journey, answer);
        Reading reading = provider.mapping().read(arrival.profile());
        ExternalProfile profile = person(provider, reading);
        Outsider outsider = new Outsider(provider.id(), arrival.issuer(), profile.subject(), profile.nameThere());
        switch (journey.errand().intent()) {
            case SIGN_IN -> threshold.cross(request, response,
                    device -> Races.settled(() -> providers.recognising(provider.id(), reading.teller(),
                            () -> signIn.settle(provider.id(), profile, outsider, journey.errand().account(), device))));
            case BIND -> {
                threshold.recognise(request);
                Races.settled(() -> providers.recognising(provider.id(), reading.teller(), () -> binding.bind(journey.errand(), provider, outsider)));
                threshold.renew(request, response);
                Flash.leave(request, response, "bound", provider.name());
            }
            case TRIAL -> throw new IllegalStateException("a trial lets nobody in");
        }
        return journey.errand().returnPath();
    }

    /** @throws Refusal 502 naming the field, when the answer does not say who it is */
    private static ExternalProfile person(Provider provider, Reading reading) {
        try {
            return provider.mapping().profile(reading);
        } catch (Refusal missing) {
            throw SignInRefused.incomplete(provider, missing);
        }
    }

    /** Who names itself must be the one that was asked, also when it says no (RFC 9207 section 2.4). */
    private Refusal denied(Provider provider, Answer answer) {
        try {
            exchange.sameIssuer(providers.connection(provider), answer.callback(provider.codeParameter()));
            return new Refusal(403, "refused.denied", provider.name()).again("/login");
        } catch (ExchangeFailed e) {
            return SignInRefused.trip(e, provider.name());
        }
    }

    private Arrival ask(Provider provider, Journey journey, Answer answer) {
        try {
            return exchange.arrive(providers.connection(provider), journey.departure(), answer.callback(provider.codeParameter()));
        } catch (ExchangeFailed e) {
            throw SignInRefused.trip(e, provider.name());
        }
    }
}
