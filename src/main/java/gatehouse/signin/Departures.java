package gatehouse.signin;

import java.net.URI;

import gatehouse.attempt.Attempts;
import gatehouse.attempt.Departure;
import gatehouse.attempt.Errand;
import gatehouse.attempt.Intent;
import gatehouse.exchange.Exchange;
import gatehouse.exchange.ExchangeFailed;
import gatehouse.provider.Provider;
import gatehouse.provider.Providers;
import gatehouse.provider.RedirectAddresses;
import gatehouse.setting.Settings;
import gatehouse.setting.SsoSettings;
import gatehouse.web.Refusal;
import gatehouse.web.ReturnPath;
import gatehouse.web.Visit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Sends people off to a provider: an attempt is written down, and the browser gets the address to go to. */
@ApplicationScoped
public class Departures {

    /** Where people come back to who bind a provider there. */
    public static final ReturnPath PROFILE = new ReturnPath("/profile");

    @Inject
    Settings settings;
    @Inject
    Providers providers;
    @Inject
    Attempts attempts;
    @Inject
    Exchange exchange;

    /** @throws Refusal 403 when single sign-on or the provider is off, or the address people came by is not confirmed */
    public URI toSignIn(String slug, ReturnPath returnPath, Visit visit) {
        return leave(slug, Intent.SIGN_IN, null, null, returnPath, visit);
    }

    /** The same person proves themselves anew; anybody else is refused on return. */
    public URI toSignInAgain(String slug, long account, long session, ReturnPath returnPath, Visit visit) {
        return leave(slug, Intent.SIGN_IN, account, session, returnPath, visit);
    }

    /** @param session that began to bind; no other may end it */
    public URI toBind(String slug, long account, long session, ReturnPath returnPath, Visit visit) {
        return leave(slug, Intent.BIND, account, session, returnPath, visit);
    }

    private URI leave(String slug, Intent intent, Long account, Long session, ReturnPath returnPath, Visit visit) {
        SsoSettings sso = open(visit);
        Provider provider = providers.enabled(slug);
        RedirectAddresses addresses = provider.redirects(visit.address().base(), sso.compatibility());
        Errand errand = new Errand(provider.id(), provider.configuration(), intent, account, session, returnPath.value());
        Departure departure = Departure.fresh(intent == Intent.BIND ? addresses.bind() : addresses.signIn(), errand.provesAnew());
        URI address = address(provider, departure);
        attempts.begin(errand, departure, visit.flow());
        return address;
    }

    /** @throws Refusal 403 when nobody may be sent anywhere from this address, or single sign-on is off */
    public SsoSettings open(Visit visit) {
        SsoSettings sso = settings.sso();
        if (!sso.enabled()) throw SignInRefused.off();
        if (!visit.address().forTrips()) throw new Refusal(403, "refused.host", visit.address().host()).again("/login");
        return sso;
    }

    private URI address(Provider provider, Departure departure) {
        try {
            return exchange.departure(providers.connection(provider), departure);
        } catch (ExchangeFailed e) {
            throw SignInRefused.trip(e, provider.name());
        }
    }
}
