package gatehouse.web;

import java.util.regex.Pattern;

/** Which addresses are for programs: they take and answer JSON only, and read access tokens. */
public final class Api {

    /** Below /api/ as well, but people come there, or whom a reverse proxy sends. */
    private static final Pattern FOR_PEOPLE = Pattern.compile("/api/auth/(sso|sso_callback(/.*)?|sso_get_token|get_sso_id|verify)");

    private Api() {
    }

    /** @param path of the request, as sent */
    public static boolean serves(String path) {
        return path.startsWith("/api/") && !FOR_PEOPLE.matcher(path).matches();
    }
}
