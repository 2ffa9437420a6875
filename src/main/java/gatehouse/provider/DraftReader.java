package gatehouse.provider;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import gatehouse.account.EmailDomains;
import gatehouse.admission.Registration;
import gatehouse.connection.ClientAuthentication;
import gatehouse.connection.Dialect;
import gatehouse.connection.Endpoints;
import gatehouse.connection.Origin;
import gatehouse.connection.Outside;
import gatehouse.connection.Protocol;
import gatehouse.mapping.Mapping;
import gatehouse.mapping.MappingType;
import gatehouse.mapping.Reading;
import gatehouse.mapping.Sample;
import gatehouse.secret.Secret;
import gatehouse.web.Label;
import gatehouse.web.Problems;
import gatehouse.web.Refusal;

/** Turns a form into a draft and a secret, or into problems, all of them at once. */
final class DraftReader {

    private static final int LONGEST_SECRET = 4096;
    private static final int LONGEST_DOMAINS = 4096;
    private static final EmailDomains ANY = new EmailDomains(Set.of());
    private final ProviderForm form;
    private final Problems problems;
    private final Scrutiny scrutiny;
    private final Outside outside;
    private final Optional<Draft> saved;

    /** @param saved the provider as it is, with a secret; empty for a new one and for one without a secret */
    DraftReader(ProviderForm form, Problems problems, Outside outside, Optional<Draft> saved) {
        this.form = form;
        this.problems = problems;
        this.scrutiny = new Scrutiny(form, problems, outside);
        this.outside = outside;
        this.saved = saved;
    }

    /** Empty when there are problems. Asks the provider where it must. @param grantable the ids of all roles a provider may grant */
    Optional<Draft> read(Set<Long> grantable) {
        Optional<Draft> draft = typed(grantable);
        draft.ifPresent(this::discover);
        return draft.filter(fine -> !problems.any());
    }

    /** What was typed, with nobody asked. */
    Optional<Draft> typed(Set<Long> grantable) {
        RedirectStyle style = scrutiny.choice("redirectStyle", RedirectStyle.class);
        String redirectUrl = scrutiny.address("redirectUrl");
        Destination destination = destination();
        checkSecret(destination);
        String scope = scrutiny.line("scope", 1024);
        MappingType type = scrutiny.choice("mappingType", MappingType.class);
        Optional<Mapping> mapping = TypedMapping.read(form, type, saved.map(Draft::mapping), problems);
        Registration registration = scrutiny.choice("registration", Registration.class);
        EmailDomains domains = domains(registration);
        Set<Long> roles = roles(grantable);
        Network network = new TypedNetwork(form, problems, outside).read(saved);
        Origin origin = new OriginReader(scrutiny).read();
        if (problems.any()) return Optional.empty();
        return Optional.of(new Draft(form.text("name"), destination, scope, form.pkce(), style, redirectUrl, settled(mapping.orElseThrow()), registration, domains,
                roles, network, origin));
    }

    /** Where several rules may tell who somebody is and a sample is at hand, the one that answers it is the one that is saved. */
    private Mapping settled(Mapping mapping) {
        if (mapping.settled() || form.text("sample").isBlank()) return mapping;
        return new Problems().check("sample", () -> Sample.of(form.text("sample"))).map(sample -> mapping.read(sample.answer()))
                .filter(Reading::tellsWho).map(reading -> mapping.settled(reading.teller())).orElse(mapping);
    }

    Secret secret() {
        return Secret.of(form.secret());
    }

    private Destination destination() {
        Protocol protocol = scrutiny.choice("protocol", Protocol.class);
        scrutiny.required("name", 100);
        String clientId = scrutiny.required("clientId", 512);
        boolean oidc = protocol == Protocol.OIDC;
        String issuer = oidc ? issuer() : "";
        Endpoints endpoints = oidc ? Endpoints.NONE : new Endpoints(
                scrutiny.outside("authorizeUrl", address -> address.withoutOurParameters(Scrutiny.label("authorizeUrl"))),
                scrutiny.outside("tokenUrl", address -> address), scrutiny.outside("userInfoUrl", address -> address));
        return new Destination(protocol, issuer, endpoints, clientId, scrutiny.choice("authentication", ClientAuthentication.class), dialect());
    }

    /** As it is kept, and every address in it one that we may ask. */
    private String dialect() {
        return problems.check("dialect", () -> {
            Dialect dialect = Dialect.of(form.text("dialect"));
            dialect.addresses().forEach(address -> outside.refuses(address).ifPresent(refusal -> {
                throw Scrutiny.about(Scrutiny.label("dialect"), refusal);
            }));
            return dialect.toJson();
        }).orElse("");
    }

    private String issuer() {
        String issuer = scrutiny.outside("issuer", address -> address.issuer(Scrutiny.label("issuer")));
        if (issuer.length() > 512) problems.add("issuer", "provider.too-long", Scrutiny.label("issuer"), 512);
        return issuer;
    }

    private void checkSecret(Destination destination) {
        String typed = form.secret();
        if (typed.length() > LONGEST_SECRET) problems.add("clientSecret", "provider.too-long", Scrutiny.label("clientSecret"), LONGEST_SECRET);
        if (!typed.isEmpty()) return;
        saved.ifPresentOrElse(
                now -> now.destination().firstChange(destination).ifPresent(part -> problems.add("clientSecret", "provider.client-secret.again", new Label(part))),
                () -> problems.add("clientSecret", "provider.required", Scrutiny.label("clientSecret")));
    }

    private EmailDomains domains(Registration registration) {
        Problems found = registration == Registration.DOMAINS ? problems : new Problems();
        EmailDomains domains = found.check("domains", () -> EmailDomains.of(form.text("domains"))).orElse(ANY);
        if (domains.toString().length() > LONGEST_DOMAINS) problems.add("domains", "provider.too-long", Scrutiny.label("domains"), LONGEST_DOMAINS);
        return domains;
    }

    private Set<Long> roles(Set<Long> grantable) {
        if (form.roles().isEmpty()) problems.add("roles", "provider.roles.required");
        Set<String> known = grantable.stream().map(String::valueOf).collect(Collectors.toSet());
        if (!known.containsAll(form.roles())) problems.add("roles", "provider.roles.not-grantable");
        return problems.byField().containsKey("roles") ? Set.of() : form.roles().stream().map(Long::valueOf).collect(Collectors.toSet());
    }

    /** Asks only when something changed that discovery decides, so that the rest can be edited while the provider is away. */
    private void discover(Draft draft) {
        boolean same = saved.filter(now -> now.destination().equals(draft.destination()) && now.pkce() == draft.pkce()
                && now.network().route().equals(draft.network().route())).isPresent();
        if (same || draft.destination().protocol() != Protocol.OIDC) return;
        try {
            outside.discover(draft.connection(secret()));
        } catch (Refusal refused) {
            problems.add(field(refused), refused);
        }
    }

    private static String field(Refusal refused) {
        return switch (refused.key()) {
            case "provider.discovery.authentication" -> "authentication";
            case "provider.discovery.pkce" -> "pkce";
            default -> "issuer";
        };
    }
}
