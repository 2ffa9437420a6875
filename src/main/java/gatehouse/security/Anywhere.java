package gatehouse.security;

import java.util.regex.Pattern;

/** What is answered by any well-formed host, without a caller: the state, the files, and what the guard looks at by itself. */
final class Anywhere {

    /** Asked by proxies with whatever method they like; it changes nothing, and its cookies are those of another host. */
    static final String VERIFY = "/api/auth/verify";
    private static final Pattern PATHS = Pattern.compile("/(status|static)/.*|/api/auth/verify|/\\.gatehouse/(start|arrive)");

    private Anywhere() {
    }

    static boolean answers(String path) {
        return PATHS.matcher(path).matches();
    }
}
