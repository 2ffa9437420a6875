package gatehouse.provider;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import gatehouse.connection.Origin;
import gatehouse.connection.Outside;
import gatehouse.connection.SigningCertificate;
import gatehouse.mapping.Field;
import gatehouse.mapping.Mapping;
import gatehouse.setting.Settings;
import gatehouse.web.Messages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** What a saved provider's page warns of, each with its mend. */
@ApplicationScoped
class Concerns {

    @Inject
    Outside outside;
    @Inject
    Providers providers;
    @Inject
    Settings settings;
    @Inject
    Clock clock;

    /** Sentences by what they are about: only what there is to say. @param base the public address */
    Map<String, String> of(Provider provider, String base, Messages messages) {
        Draft draft = provider.draft();
        Map<String, Optional<String>> all = new LinkedHashMap<>();
        all.put("redirect", redirect(draft, base, messages));
        all.put("local", local(provider, base, messages));
        all.put("client", client(provider, messages));
        all.put("secret", secret(provider, messages));
        all.put("address", draft.addresses().filter(outside::exposed).findFirst().map(there -> messages.say("provider.url.exposed", there.getHost())));
        all.put("casdoor", draft.origin().builtIn().map(name -> messages.say("provider.organization.built-in", name)));
        all.put("certificate", certificate(draft.origin(), messages));
        all.put("scope", NeededScopes.lacking(draft).map(scope -> messages.say("provider.scope.lacking", scope)));
        all.put("subject", subject(draft.mapping(), messages));
        Map<String, String> said = new LinkedHashMap<>();
        all.forEach((about, sentence) -> sentence.ifPresent(text -> said.put(about, text)));
        return said;
    }

    private static Optional<String> redirect(Draft draft, String base, Messages messages) {
        boolean astray = draft.redirectStyle() == RedirectStyle.FIXED && !RedirectAddresses.leadsHere(draft.redirectUrl(), base);
        return astray ? Optional.of(messages.say("provider.redirect-url.elsewhere", base)) : Optional.empty();
    }

    /** Microsoft takes https, and http to localhost under that very name. */
    private Optional<String> local(Provider provider, String base, Messages messages) {
        boolean microsoft = provider.destination().host().matches("login\\.(microsoftonline\\.(com|us)|partner\\.microsoftonline\\.cn)");
        if (!microsoft) return Optional.empty();
        return provider.redirects(base, settings.sso().compatibility()).toCopy().stream().map(URI::create).filter(Concerns::refusedByMicrosoft).findFirst()
                .map(address -> messages.say("provider.redirect-url.microsoft", address.getScheme() + "://" + address.getAuthority()));
    }

    private static boolean refusedByMicrosoft(URI address) {
        return !"https".equalsIgnoreCase(address.getScheme()) && !"localhost".equalsIgnoreCase(address.getHost());
    }

    private Optional<String> client(Provider provider, Messages messages) {
        String id = provider.destination().clientId();
        return providers.all().stream().filter(other -> other.id() != provider.id() && other.destination().clientId().equals(id)).findFirst()
                .map(other -> messages.say("provider.client-id.twice", other.name()));
    }

    private Optional<String> secret(Provider provider, Messages messages) {
        SecretLife life = SecretLife.of(provider, LocalDate.now(clock));
        return life.fine() ? Optional.empty() : Optional.of(messages.say(life.words().key() + ".mend", life.days()));
    }

    private Optional<String> certificate(Origin origin, Messages messages) {
        if (!origin.pinned()) return Optional.empty();
        Instant until = SigningCertificate.of(origin.certificate()).until();
        return until.isAfter(clock.instant()) ? Optional.empty()
                : Optional.of(messages.say("provider.certificate.expired", LocalDate.ofInstant(until, clock.getZone()).toString()));
    }

    private static Optional<String> subject(Mapping mapping, Messages messages) {
        return mapping.mutableSubject() ? Optional.of(messages.say("provider.subject.mutable", mapping.rules().get(Field.SUBJECT).toString())) : Optional.empty();
    }
}
