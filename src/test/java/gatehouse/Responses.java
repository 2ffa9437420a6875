package gatehouse;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import jakarta.servlet.http.HttpServletResponse;

/** A response that only remembers the cookies it was to set, as lines. */
public record Responses(List<String> cookies) {

    public Responses() {
        this(new ArrayList<>());
    }

    public HttpServletResponse response() {
        return (HttpServletResponse) Proxy.newProxyInstance(Responses.class.getClassLoader(), new Class<?>[] {HttpServletResponse.class}, (proxy, asked, arguments) -> {
            if (!asked.getName().equals("addHeader") || !arguments[0].equals("Set-Cookie")) throw new UnsupportedOperationException(asked.getName() + Arrays.toString(arguments));
            cookies.add((String) arguments[1]);
            return null;
        });
    }
}
