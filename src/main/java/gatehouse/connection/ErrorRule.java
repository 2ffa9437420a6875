package gatehouse.connection;

/**
 * A member that says by another value than the good one that the answer is an error; absent, nothing is said. An empty path asks nothing.
 * The usual ones (error, code, errcode, error_code, ret, ok, status) are known without a rule.
 */
public record ErrorRule(String path, String good) {

    public ErrorRule {
        path = DialectRules.or(path, "");
        if (!path.isEmpty()) DialectRules.path(path);
        good = DialectRules.value(DialectRules.or(good, "0"));
    }
}
