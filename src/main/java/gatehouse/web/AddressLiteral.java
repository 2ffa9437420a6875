package gatehouse.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** An IP address as digits say it. Whatever else a resolver would take for one is none, so that no name is ever looked up. */
final class AddressLiteral {

    private static final String BYTE = "(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
    private static final Pattern IPV4 = Pattern.compile(BYTE + "(?:\\." + BYTE + "){3}");
    /** With a colon in it Java asks no resolver. */
    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f]{0,4}:[0-9A-Fa-f:.]{1,41}");

    private static final Pattern ZEROS = Pattern.compile("\\b0(?::0)+\\b");

    private AddressLiteral() {
    }

    static Optional<InetAddress> read(String text) {
        if (!IPV4.matcher(text).matches() && !IPV6.matcher(text).matches()) return Optional.empty();
        try {
            return Optional.of(InetAddress.getByName(text));
        } catch (UnknownHostException malformed) {
            return Optional.empty();
        }
    }

    /** As people write it: of an IPv6 address the longest row of zeros is left out, the first of equal ones (RFC 5952 section 4.2). */
    static String written(InetAddress address) {
        String groups = address.getHostAddress();
        if (!groups.contains(":")) return groups;
        Optional<MatchResult> longest = ZEROS.matcher(groups).results().reduce((one, next) -> next.group().length() > one.group().length() ? next : one);
        return longest.map(zeros -> trimmed(groups.substring(0, zeros.start())) + "::" + trimmed(groups.substring(zeros.end()))).orElse(groups);
    }

    private static String trimmed(String groups) {
        return groups.replaceAll("^:|:$", "");
    }
}
