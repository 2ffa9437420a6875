package gatehouse.provider;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import gatehouse.connection.Connection;
import gatehouse.connection.Outside;
import gatehouse.web.Messages;
import gatehouse.web.Problems;
import gatehouse.web.Refusal;
import gatehouse.web.TypedForm;
import gatehouse.web.Visit;

/** A provider's form, filled in as a browser sends it, with single fields changed. */
final class Filled {

    static final String BASE = "https://id.example.com";
    /** The administrator at work. */
    static final Visit.Me ME = new Visit.Me(1, "admin", true);
    private static final long USER = 1;
    private final Map<String, String> fields = new LinkedHashMap<>();
    private Optional<Refusal> discovery = Optional.empty();
    private Set<String> forbidden = Set.of();

    private Filled(ProviderForm form) {
        form.shown().forEach((name, value) -> {
            if (value instanceof String text) fields.put(name, text);
        });
        fields.put("pkce", "true");
        fields.put("roles", Long.toString(USER));
    }

    /** A new custom OAuth 2.0 provider with nothing wrong. */
    static Filled custom() {
        return new Filled(ProviderForm.fresh(BASE, Long.toString(USER))).with("protocol", "OAUTH2").with("name", "Acme").with("clientId", "gatehouse")
                .with("clientSecret", "typed-secret").with("authorizeUrl", "https://acme.example/authorize").with("tokenUrl", "https://acme.example/token")
                .with("userInfoUrl", "https://acme.example/me").with("mappingType", "CUSTOM");
    }

    static Filled oidc() {
        return custom().with("protocol", "OIDC").with("issuer", "https://acme.example").with("mappingType", "OIDC");
    }

    /** The page of a saved provider, as it stands. */
    static Filled of(Draft saved, int version) {
        return new Filled(ProviderForm.of(saved, version));
    }

    static Filled as(ProviderForm form) {
        Filled filled = new Filled(form);
        return form.pkce() ? filled : filled.without("pkce");
    }

    Filled with(String field, String value) {
        fields.put(field, value);
        return this;
    }

    Filled without(String field) {
        fields.remove(field);
        return this;
    }

    Filled discovering(String key) {
        discovery = Optional.of(Refusal.invalid(key));
        return this;
    }

    Filled forbidding(String host) {
        forbidden = Set.of(host);
        return this;
    }

    ProviderForm form() {
        String body = fields.entrySet().stream().map(field -> URLEncoder.encode(field.getKey(), UTF_8) + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        return ProviderForm.of(TypedForm.read("application/x-www-form-urlencoded", body.getBytes(UTF_8)));
    }

    Outside outside() {
        return new Outside() {
            @Override
            public Optional<Refusal> refuses(URI address) {
                return Optional.of(address.getHost()).filter(forbidden::contains).map(host -> Refusal.invalid("exchange.address.forbidden", host));
            }

            @Override
            public void discover(Connection connection) {
                discovery.ifPresent(refusal -> {
                    throw refusal;
                });
            }

            @Override
            public boolean exposed(URI address) {
                return "http".equals(address.getScheme());
            }

            @Override
            public byte[] fetch(URI address, int longest) {
                throw Refusal.invalid("provider.fetch.unreachable");
            }
        };
    }

    Optional<Draft> draft(Problems problems, Draft saved) {
        return new DraftReader(form(), problems, outside(), Optional.ofNullable(saved)).read(Set.of(USER));
    }

    Draft draft() {
        return draft(new Problems(), null).orElseThrow();
    }

    /** What is wrong, by field, in English. */
    Map<String, String> wrong(Draft saved) {
        Problems problems = new Problems();
        draft(problems, saved);
        Map<String, String> sentences = new LinkedHashMap<>();
        problems.byField().forEach((field, refusal) -> sentences.put(field, Messages.in(Locale.ENGLISH).say(refusal)));
        return sentences;
    }

    Map<String, String> wrong() {
        return wrong(null);
    }
}
