package gatehouse.web;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A well-formed Host header (RFC 9112 section 3.2): a name, an IPv4 or a bracketed IPv6 address, and perhaps a port. */
public record HostName(String name, String port) {

    private static final Pattern FORM = Pattern.compile(
            "(?<name>[A-Za-z0-9_-]{1,63}(?:\\.[A-Za-z0-9_-]{1,63})*\\.?|\\[[0-9A-Fa-f:.]{2,45}\\])(?::(?<port>[0-9]{1,5}))?");
    private static final int LONGEST = 260;

    /** @return empty when the header is missing, malformed or too long */
    public static Optional<HostName> of(String header) {
        if (header == null || header.length() > LONGEST) return Optional.empty();
        var match = FORM.matcher(header);
        if (!match.matches()) return Optional.empty();
        String port = match.group("port") == null ? "" : match.group("port");
        if (!port.isEmpty() && Integer.parseInt(port) > 65535) return Optional.empty();
        return Optional.of(new HostName(match.group("name").toLowerCase(Locale.ROOT), port));
    }

    boolean loopback() {
        return name.equals("localhost") || name.equals("127.0.0.1") || name.equals("[::1]");
    }

    /** As it stands in an address: the port is left out where it is the scheme's own. */
    public String at(String scheme) {
        boolean own = port.isEmpty() || scheme.equals("https") && port.equals("443") || scheme.equals("http") && port.equals("80");
        return scheme + "://" + name + (own ? "" : ":" + port);
    }
}
