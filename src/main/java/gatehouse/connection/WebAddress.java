package gatehouse.connection;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

import gatehouse.web.Label;
import gatehouse.web.Refusal;

/** An address of http or https as an administrator types it: absolute, with a host, without a user, a fragment or a blank, at most 2,048 characters. */
public record WebAddress(URI uri) {

    private static final int LONGEST = 2048;
    /** What we add to the authorize address with every trip (RFC 6749 section 4.1.1, RFC 7636, OpenID Connect Core section 3.1.2.1, RFC 9101). */
    static final Set<String> OURS = Set.of("response_type", "response_mode", "client_id", "client_secret", "redirect_uri", "scope", "state", "nonce",
            "code_challenge", "code_challenge_method", "request", "request_uri");

    /** @throws Refusal 422, naming the field and the mend */
    public static WebAddress of(String typed, Label field) {
        if (typed.isBlank()) throw Refusal.invalid("provider.required", field);
        if (typed.length() > LONGEST) throw Refusal.invalid("provider.too-long", field, LONGEST);
        if (!typed.matches("(?is)https?://.*")) throw Refusal.invalid("provider.url.scheme", field);
        URI uri = parsed(typed).filter(WebAddress::complete).orElseThrow(() -> Refusal.invalid("provider.url.form", field));
        if (uri.getRawUserInfo() != null) throw Refusal.invalid("provider.url.user", field);
        if (uri.getRawFragment() != null) throw Refusal.invalid("provider.url.fragment", field);
        return new WebAddress(uri);
    }

    private static Optional<URI> parsed(String typed) {
        try {
            return Optional.of(new URI(typed));
        } catch (URISyntaxException malformed) {
            return Optional.empty();
        }
    }

    private static boolean complete(URI uri) {
        boolean ascii = uri.toString().chars().allMatch(c -> c < 128);
        return ascii && uri.getHost() != null && uri.getPort() != 0 && uri.getPort() <= 65535;
    }

    /** Without a query, and without what a person may have copied along: the path of the discovery document. */
    public WebAddress issuer(Label field) {
        if (uri.getRawQuery() != null) throw Refusal.invalid("provider.url.query", field);
        return new WebAddress(URI.create(uri.toString().replaceFirst("/\\.well-known/openid-configuration/?$", "")));
    }

    /** @throws Refusal 422 naming the parameter of ours that stands in the query already */
    public WebAddress withoutOurParameters(Label field) {
        String query = Optional.ofNullable(uri.getQuery()).orElse("");
        Arrays.stream(query.split("[&;]")).map(pair -> pair.split("=", 2)[0].strip()).filter(OURS::contains).findFirst().ifPresent(name -> {
            throw Refusal.invalid("provider.url.reserved", field, name);
        });
        return this;
    }
}
