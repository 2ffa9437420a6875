package gatehouse.web;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/** The address people use: http or https, a host, perhaps a port, no path. Kept in its canonical spelling. */
public record PublicUrl(String value) {

    public PublicUrl {
        value = canonical(value.strip());
    }

    private static String canonical(String typed) {
        try {
            URI uri = new URI(typed);
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            boolean bare = uri.getRawUserInfo() == null && uri.getRawQuery() == null && uri.getRawFragment() == null
                    && (uri.getRawPath() == null || uri.getRawPath().isEmpty() || uri.getRawPath().equals("/"));
            if (!bare || !scheme.equals("http") && !scheme.equals("https") || uri.getRawAuthority() == null) throw malformed();
            return HostName.of(uri.getRawAuthority()).orElseThrow(PublicUrl::malformed).at(scheme);
        } catch (URISyntaxException e) {
            throw malformed();
        }
    }

    private static Refusal malformed() {
        return Refusal.invalid("setting.public-url.form");
    }

    boolean serves(HostName host) {
        String scheme = value.startsWith("https:") ? "https" : "http";
        return host.at(scheme).equals(value);
    }
}
