package gatehouse.web;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Where a request came from: the other end of the connection; while that is a trusted proxy, whom it names in X-Forwarded-For, from
 * the right, at most 20 of them. What is no literal address ends the search, and no name is ever looked up.
 */
final class ClientAddress {

    private static final Pattern IPV4 = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,3}){3})(?::\\d{1,5})?");
    private static final Pattern IPV6 = Pattern.compile("\\[?([0-9A-Fa-f]{0,4}:[0-9A-Fa-f:.]{1,41})(?:%[^\\]]{0,20})?(?:\\](?::\\d{1,5})?)?");
    private static final int MOST = 20;

    private ClientAddress() {
    }

    /** @return at most 45 characters; empty when the container knows no peer */
    static String of(HttpServletRequest request, TrustedProxies proxies) {
        List<String> hops = Collections.list(request.getHeaders("X-Forwarded-For")).stream().flatMap(header -> Stream.of(header.split(","))).toList();
        String client = literal(request.getRemoteAddr()).orElse("");
        for (int i = hops.size() - 1; i >= Math.max(0, hops.size() - MOST) && !client.isEmpty() && proxies.trusts(client); i--) {
            Optional<String> hop = literal(hops.get(i));
            if (hop.isEmpty()) return client;
            client = hop.get();
        }
        return client;
    }

    private static Optional<String> literal(String text) {
        if (text == null || text.length() > 80) return Optional.empty();
        return Stream.of(IPV4, IPV6).map(form -> form.matcher(text.strip())).filter(match -> match.matches()).findFirst().flatMap(match -> AddressLiteral.read(match.group(1))).map(AddressLiteral::written);
    }
}
