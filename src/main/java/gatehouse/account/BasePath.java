package gatehouse.account;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import gatehouse.web.Refusal;

/**
 * The directory an account is confined to: absolute, "/" between names, no trailing slash, at most 1,024 characters.
 * A default directory may hold {@code {username}} and {@code {id}}. Refused (422): "..", backslash, control characters, other braces.
 */
public record BasePath(String value) {

    private static final Pattern ALIVE = Pattern.compile("[/\\\\{}\\p{Cntrl}]");
    /** Nothing in it is to be cleaned, refused or replaced; nearly every path of an account. */
    private static final Pattern PLAIN = Pattern.compile("(?:/[A-Za-z0-9_-][A-Za-z0-9._-]*+)++");
    private static final Pattern DOTS = Pattern.compile("\\.+");
    public static final BasePath ROOT = new BasePath("/");
    private static final int LONGEST = 1024;
    /** The most characters each placeholder can become: 64 code points, and a long. */
    private static final int LONGEST_USERNAME = 128;
    private static final int LONGEST_ID = 19;

    public BasePath {
        if (value.length() > LONGEST) throw Refusal.invalid("account.base-path.too-long", LONGEST);
        if (!PLAIN.matcher(value).matches()) {
            value = cleaned(value.strip());
            checkCharacters(value);
            if (longest(value) > LONGEST) throw Refusal.invalid("account.base-path.too-long", LONGEST);
        }
    }

    /** The path of one account as typed: what stands in braces means something in default directories only. */
    public static BasePath ofOne(String typed) {
        BasePath path = new BasePath(typed);
        if (path.value.contains("{")) throw Refusal.invalid("account.base-path.only-default");
        return path;
    }

    /** The path of one account; nothing that a username holds makes another directory level. */
    public BasePath resolve(String username, long id) {
        if (PLAIN.matcher(value).matches()) return this;
        String path = value.replace("{id}", Long.toString(id)).replace("{username}", inert(username));
        return new BasePath(Arrays.stream(path.split("/")).map(BasePath::name).collect(Collectors.joining("/", "", "/")));
    }

    private static String inert(String username) {
        return ALIVE.matcher(username).replaceAll("_");
    }

    /** What became a name of dots only by a placeholder climbs nowhere. */
    private static String name(String segment) {
        return DOTS.matcher(segment).matches() ? segment.replace('.', '_') : segment;
    }

    private static String cleaned(String typed) {
        if (!typed.startsWith("/")) throw Refusal.invalid("account.base-path.absolute");
        String names = Arrays.stream(typed.split("/")).filter(name -> !name.isEmpty() && !name.equals(".")).collect(Collectors.joining("/"));
        if (("/" + names + "/").contains("/../")) throw Refusal.invalid("account.base-path.climbs");
        return "/" + names;
    }

    private static void checkCharacters(String path) {
        boolean bad = path.codePoints().anyMatch(c -> c == '\\' || Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE);
        if (bad) throw Refusal.invalid("account.base-path.characters");
        String rest = withoutPlaceholders(path);
        if (rest.indexOf('{') >= 0 || rest.indexOf('}') >= 0) throw Refusal.invalid("account.base-path.placeholder");
    }

    private static String withoutPlaceholders(String path) {
        return path.replace("{username}", "").replace("{id}", "");
    }

    private static int longest(String path) {
        int usernames = (path.length() - path.replace("{username}", "").length()) / "{username}".length();
        int ids = (path.length() - path.replace("{id}", "").length()) / "{id}".length();
        return withoutPlaceholders(path).length() + usernames * LONGEST_USERNAME + ids * LONGEST_ID;
    }

    @Override
    public String toString() {
        return value;
    }
}
