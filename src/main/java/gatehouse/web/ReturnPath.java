package gatehouse.web;

import java.util.regex.Pattern;

/** Where a person wanted to go: a path of ours. Anything else, and every address that signs in or out, becomes {@code /}. */
public record ReturnPath(String value) {

    private static final Pattern OURS = Pattern.compile("/(?!/)[A-Za-z0-9/._~%?&=+-]*");
    private static final Pattern ELSEWHERE = Pattern.compile("/(login|logout|again|sso|callback|api)([/?].*)?");
    private static final int LONGEST = 1024;

    public ReturnPath {
        boolean ours = value != null && value.length() <= LONGEST && OURS.matcher(value).matches() && !ELSEWHERE.matcher(value).matches();
        value = ours ? value : "/";
    }
}
