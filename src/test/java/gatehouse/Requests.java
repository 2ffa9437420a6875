package gatehouse;

import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import jakarta.servlet.http.HttpServletRequest;

/** Requests as a container would hand them over: a method, a peer, headers and attributes, and nothing else. */
public final class Requests {

    private Requests() {
    }

    /** @param headers name, value, name, value; a name may come twice */
    public static HttpServletRequest of(String method, String peer, String... headers) {
        Map<String, Object> attributes = new HashMap<>();
        return (HttpServletRequest) Proxy.newProxyInstance(Requests.class.getClassLoader(), new Class<?>[] {HttpServletRequest.class}, (proxy, asked, arguments) ->
                switch (asked.getName()) {
                    case "getMethod" -> method;
                    case "getRemoteAddr" -> peer;
                    case "isSecure" -> false;
                    case "getHeaders" -> Collections.enumeration(values((String) arguments[0], headers));
                    case "getHeader" -> values((String) arguments[0], headers).stream().findFirst().orElse(null);
                    case "getAttribute" -> attributes.get((String) arguments[0]);
                    case "setAttribute" -> attributes.put((String) arguments[0], arguments[1]);
                    default -> throw new UnsupportedOperationException(asked.getName() + Arrays.toString(arguments));
                });
    }

    private static List<String> values(String name, String... headers) {
        return IntStream.range(0, headers.length / 2).filter(i -> headers[2 * i].equalsIgnoreCase(name)).mapToObj(i -> headers[2 * i + 1]).toList();
    }
}
