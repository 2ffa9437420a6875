package gatehouse.guard;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import gatehouse.session.Holder;
import gatehouse.web.Refusal;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** Answers what a proxy asks: yes with the headers for the service, or a refusal. Whatever is in doubt is a no. */
@Dependent
public class Checkpoint {

    static final String BASIC = "Basic realm=\"Gatehouse\", charset=\"UTF-8\"";
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "PROPFIND");

    @Inject
    Services services;
    @Inject
    Credentials credentials;

    /**
     * @return the headers of a 200
     * @throws Refusal 400 malformed, 401 unknown (303 where the proxy hands it to a browser), 403 known but not allowed, 429 too many guesses
     */
    Map<String, String> pass(ProxyHeaders sent) {
        Question question = sent.question();
        Optional<Post> found = services.at(question.origin(), question.path());
        if (found.isEmpty()) throw sent.anonymous() ? unguarded(401).header("WWW-Authenticate", BASIC) : unguarded(403);
        Post post = found.get();
        if (post.opens(question)) return answer(post, Verdict.pass(question), credentials.byCookie(sent, post));
        Holder who = credentials.of(sent, post).orElseThrow(() -> stranger(sent, post, question));
        if (who.session() != 0 && post.mode().countsBits() && !SAFE.contains(question.method())) refuseForeign(sent, post);
        Verdict verdict = Policy.judge(post, question, who);
        if (!verdict.passes()) throw new Refusal(403, verdict.refusal());
        boolean elsewhere = question.destination().flatMap(there -> services.at(question.origin(), there)).filter(other -> other.id() != post.id()).isPresent();
        if (elsewhere) throw new Refusal(403, "refused.guard-destination");
        return answer(post, verdict, Optional.of(who));
    }

    private static Map<String, String> answer(Post post, Verdict verdict, Optional<Holder> who) {
        Map<String, String> headers = new LinkedHashMap<>(Identity.headers(who));
        headers.put("X-Gatehouse-Path", verdict.path().encoded());
        verdict.destination().ifPresent(there -> headers.put("Destination", post.inside(there)));
        return headers;
    }

    /** A cookie proves who has the browser, not who wrote the page: what changes files must come from a page of that very host. */
    private static void refuseForeign(ProxyHeaders sent, Post post) {
        boolean foreign = sent.client("Origin").filter(origin -> !origin.equals(post.origin())).isPresent();
        boolean crossSite = sent.client("Sec-Fetch-Site").filter(site -> !site.equals("same-origin") && !site.equals("none")).isPresent();
        if (foreign || crossSite) throw new Refusal(403, "refused.guard-foreign");
    }

    private static Refusal unguarded(int status) {
        return new Refusal(status, "refused.guard-unknown");
    }

    /** A browser is shown the way to sign in, a script in a page gets a plain 401, and a program is asked for Basic. */
    private static Refusal stranger(ProxyHeaders sent, Post post, Question question) {
        if (!sent.browses(question)) return new Refusal(401, "refused.sign-in").header("WWW-Authenticate", sent.scripted() ? "Bearer" : BASIC);
        if (post.signIn().isEmpty()) return new Refusal(401, "refused.guard-no-address").header("WWW-Authenticate", "Bearer");
        return new Refusal(sent.nginx() ? 401 : 303, "refused.sign-in").header("Location", way(post, new Wanted(sent.target())));
    }

    private static String way(Post post, Wanted wanted) {
        return post.atHome() ? Crossing.signIn(post, wanted) : post.origin() + "/.gatehouse/start?to=" + wanted.carried();
    }
}
