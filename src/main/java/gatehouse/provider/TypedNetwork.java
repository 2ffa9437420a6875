package gatehouse.provider;

import java.util.Optional;

import gatehouse.connection.Authorities;
import gatehouse.connection.Outside;
import gatehouse.connection.ProxyAddress;
import gatehouse.connection.Route;
import gatehouse.web.Label;
import gatehouse.web.Problems;

/** Reads how a provider is to be asked: the deadline, the certificates of its authorities, its proxy. */
final class TypedNetwork {

    private static final int LONGEST_DEADLINE = 60;
    private static final int LONGEST_PEM = 32 * 1024;
    private static final Label CERTIFICATE = Scrutiny.label("caCertificate");
    private static final Label PROXY = Scrutiny.label("outgoingProxy");
    private final ProviderForm form;
    private final Problems problems;
    private final Outside outside;

    TypedNetwork(ProviderForm form, Problems problems, Outside outside) {
        this.form = form;
        this.problems = problems;
        this.outside = outside;
    }

    /** @param saved the provider as it is, with a secret: whoever leads that secret another way types it again */
    Network read(Optional<Draft> saved) {
        Route route = new Route(authorities(), proxy());
        Optional<String> strayed = form.secret().isEmpty() ? saved.flatMap(now -> route.strayed(now.network().route())) : Optional.empty();
        strayed.ifPresent(part -> problems.add("clientSecret", "provider.client-secret.again", new Label(part)));
        return new Network(deadline(), route);
    }

    /** Seconds for a whole trip; 15 when the form does not say. */
    private int deadline() {
        String typed = form.text("deadline");
        if (typed.isEmpty()) return Network.USUAL.deadline();
        boolean fine = typed.matches("[0-9]{1,2}") && Integer.parseInt(typed) >= 1 && Integer.parseInt(typed) <= LONGEST_DEADLINE;
        if (!fine) problems.add("deadline", "provider.deadline.range", LONGEST_DEADLINE);
        return fine ? Integer.parseInt(typed) : Network.USUAL.deadline();
    }

    private String authorities() {
        String typed = form.text("caCertificate");
        if (typed.length() > 2 * LONGEST_PEM) problems.add("caCertificate", "provider.too-long", CERTIFICATE, LONGEST_PEM);
        String pem = problems.check("caCertificate", () -> Authorities.of(typed).toPem()).orElse("");
        if (pem.length() > LONGEST_PEM) problems.add("caCertificate", "provider.too-long", CERTIFICATE, LONGEST_PEM);
        return pem;
    }

    private String proxy() {
        return problems.check("outgoingProxy", () -> {
            ProxyAddress proxy = ProxyAddress.of(form.text("outgoingProxy"), PROXY);
            proxy.uri().flatMap(outside::refuses).ifPresent(refusal -> {
                throw Scrutiny.about(PROXY, refusal);
            });
            return proxy.value();
        }).orElse("");
    }
}
