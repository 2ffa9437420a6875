package gatehouse.guard;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import gatehouse.account.Permission;
import gatehouse.session.Holder;
import gatehouse.web.Refusal;

/**
 * What a guarded service learns of a person, as headers: always all of them, empty when nobody is signed in. Printable ASCII stands as
 * it is; "%" and everything else is percent-encoded UTF-8 (RFC 3986 section 2.1), and so is the comma inside the name of a group.
 */
final class Identity {

    private static final int LONGEST = 4096;
    private static final int EVERYTHING = (1 << Permission.values().length) - 1;

    private Identity() {
    }

    /** @throws Refusal 403 when one would be longer than 4,096 characters */
    static Map<String, String> headers(Optional<Holder> who) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Remote-User", who.map(Holder::username).map(name -> encoded(name, "")).orElse(""));
        headers.put("Remote-Name", who.map(Holder::name).map(name -> encoded(name, "")).orElse(""));
        headers.put("Remote-Email", who.map(Holder::email).map(email -> encoded(email, "")).orElse(""));
        headers.put("Remote-Groups", who.map(Identity::groups).orElse(""));
        headers.put("X-Gatehouse-Base-Path", who.map(one -> encoded(one.basePath().value(), " ")).orElse(""));
        headers.put("X-Gatehouse-Permission", who.map(Identity::permission).orElse(""));
        if (headers.values().stream().anyMatch(value -> value.length() > LONGEST)) throw new Refusal(403, "refused.guard-headers");
        return headers;
    }

    private static String groups(Holder who) {
        return who.roles().stream().map(role -> encoded(role, ",")).collect(Collectors.joining(","));
    }

    /** An administrator may everything. */
    private static String permission(Holder who) {
        return Integer.toString(who.administrator() ? who.permissions().sum() | EVERYTHING : who.permissions().sum());
    }

    private static String encoded(String text, String also) {
        StringBuilder value = new StringBuilder(text.length() + 8);
        for (byte one : text.getBytes(UTF_8)) {
            boolean plain = one >= ' ' && one < 0x7f && one != '%' && also.indexOf(one) < 0;
            if (plain) value.append((char) one);
            else value.append(String.format("%%%02X", one & 0xff));
        }
        return value.toString();
    }
}
