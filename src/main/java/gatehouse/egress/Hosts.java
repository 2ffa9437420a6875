package gatehouse.egress;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** How the host of an address is written: as a name, as a plain address, or in a way only an attacker would. */
final class Hosts {

    private static final Pattern DOTTED = Pattern.compile("(?:(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(?:\\.(?!$)|$)){4}");
    private static final Pattern NUMBER_AT_THE_END = Pattern.compile("(?:.*\\.)?(?:[0-9]+|0[xX][0-9a-fA-F]*)\\.?");

    private Hosts() {
    }

    /** An IPv4 address of four decimal numbers or an IPv6 address, with or without brackets, without a zone. */
    static Optional<InetAddress> literal(String host) {
        String bare = host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
        boolean six = bare.indexOf(':') >= 0 && bare.matches("[0-9a-fA-F:.]+");
        return six || DOTTED.matcher(bare).matches() ? resolved(bare) : Optional.empty();
    }

    /** An address in disguise: {@code 2130706433}, {@code 0x7f.1}, {@code 127.1}, {@code 127.0.0.1.}, or one with a zone. */
    static boolean disguised(String host) {
        if (literal(host).isPresent()) return false;
        return host.startsWith("[") || NUMBER_AT_THE_END.matcher(host).matches();
    }

    /** Lower case, without the dot at the end. */
    static String canonical(String host) {
        String lower = host.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }

    /** A name that means this machine whatever a name server says (RFC 6761 section 6.3). */
    static boolean loopbackName(String host) {
        String name = canonical(host);
        return name.equals("localhost") || name.endsWith(".localhost");
    }

    private static Optional<InetAddress> resolved(String literal) {
        try {
            return Optional.of(InetAddress.getByName(literal));
        } catch (UnknownHostException unreadable) {
            return Optional.empty();
        }
    }
}
