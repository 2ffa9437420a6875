package gatehouse.it;

import java.util.List;
import java.util.Map;
import java.util.Set;

import gatehouse.Sitemap.Who;
import gatehouse.web.Api;

/**
 * One request to one address, and what it must come to.
 *
 * @param declared who may use the methods of this address
 */
record Knock(String address, String method, Map<String, Who> declared) {

    static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE");
    /** Asked by proxies with whatever method waits there; to whoever is no proxy it says no. */
    private static final String VERIFY = "/api/auth/verify";
    /** A link that carries a browser's session must not end it: only a token goes out by GET. */
    private static final String OUT = "/api/auth/logout";

    /** Who knocks. DISABLED comes with the session, or the token, of an account that was switched off since. */
    enum Role { ANONYMOUS, USER, DISABLED, ADMIN }

    boolean program() {
        return Api.serves(address);
    }

    /** Where it is knocked: nothing is there of that number or name, so that nothing happens. */
    String target() {
        return address.replaceAll("\\{(id|session|identity)}", "999999999").replaceAll("\\{[^}]*}", "no-such-one").replace("/static/*", "/static/gatehouse.css").replace("/*", "/x");
    }

    /** Looking is as reading; but what ends a trip is not looked at. */
    private Who who() {
        boolean trip = declared.get("GET") == Who.PROVIDER || address.startsWith("/.gatehouse/") || address.equals("/api/auth/sso");
        return method.equals("HEAD") && !trip ? declared.get("GET") : declared.get(method);
    }

    /** What is wrong with the answer; empty when nothing is. A TRACE is answered by WildFly itself, which does not say what is allowed. */
    String wrong(Role role, Page answer) {
        boolean right = switch (verdict(role)) {
            case "closed" -> Set.of(400, 401, 403, 405).contains(answer.status());
            case "405" -> answer.status() == 405 && (!program() || method.equals("TRACE") || answer.header("Allow").isPresent()) || role == Role.DISABLED && program() && answer.status() == 401;
            case "stranger" -> program() ? answer.status() == 401 : answer.status() == 303 && answer.location().getPath().equals("/login");
            case "403" -> answer.status() == 403;
            case "open" -> answer.status() < 500 && answer.status() != 405;
            default -> letIn(answer);
        };
        return right ? "" : role + " " + method + " " + target() + " should be " + verdict(role) + ", and is " + answer.status() + answer.header("Location").map(" "::concat).orElse("");
    }

    private static boolean letIn(Page answer) {
        boolean sentAway = answer.redirects() && Set.of("/login", "/again").contains(answer.location().getPath());
        return answer.status() < 500 && !Set.of(401, 403, 405).contains(answer.status()) && !sentAway;
    }

    private String verdict(Role role) {
        if (address.equals(VERIFY)) return "closed";
        Who who = who();
        boolean signedIn = role == Role.USER || role == Role.ADMIN;
        if (who == null || signedIn && address.equals(OUT) && !method.equals("POST")) return "405";
        if (who != Who.USER && who != Who.ADMIN) return role == Role.DISABLED && program() ? "stranger" : "open";
        if (!signedIn) return "stranger";
        return who == Who.ADMIN && role == Role.USER ? "403" : "let in";
    }
}
