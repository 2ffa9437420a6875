package gatehouse.provider;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

import gatehouse.web.Messages;

/** What a saved provider's page warns of; each empty when there is nothing to say. */
record Concerns(String redirect, String address, String subject) {

    static final Concerns NONE = new Concerns("", "", "");

    /** @param base the public address */
    static Concerns of(Draft draft, String base, Outside outside, Messages messages) {
        boolean astray = draft.redirectStyle() == RedirectStyle.FIXED && !RedirectAddresses.leadsHere(draft.redirectUrl(), base);
        Optional<URI> exposed = draft.addresses().filter(outside::exposed).findFirst();
        boolean mutable = draft.mapping().mutableSubject();
        return new Concerns(astray ? messages.say("provider.redirect-url.elsewhere", base) : "",
                exposed.map(address -> messages.say("provider.url.exposed", address.getHost())).orElse(""),
                mutable ? messages.say("provider.subject.mutable", draft.mapping().rules().get(Field.SUBJECT).toString()) : "");
    }

    Map<String, String> shown() {
        return Map.of("redirect", redirect, "address", address, "subject", subject);
    }
}
