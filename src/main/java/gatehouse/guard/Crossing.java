package gatehouse.guard;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Optional;
import java.util.regex.Pattern;

import gatehouse.secret.Tokens;
import gatehouse.session.CurrentAccount;
import gatehouse.session.Outposts;
import gatehouse.web.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** Takes a sign-in over to a guarded host: it begins there, asks here, and ends there. Every address is one that an administrator typed. */
@ApplicationScoped
public class Crossing {

    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43}");

    /** Where somebody arrived, with the token for the cookie of that host. */
    record Arrived(String token, String address) {
    }

    @Inject
    Services services;
    @Inject
    Tickets tickets;
    @Inject
    Outposts outposts;
    @Inject
    CurrentAccount current;

    /** @param browser the handle that the host's cookie holds. @throws Refusal 404 when nothing is guarded there, 403 when nobody knows where to sign in */
    String start(String origin, Wanted wanted, String browser) {
        Optional<Post> there = services.at(origin, RequestPath.of(wanted.target()));
        return there.isPresent() ? start(there.get(), wanted, browser) : start(services.first(origin), browser);
    }

    private static String start(Post post, String browser) {
        return start(post, new Wanted(post.prefix().encoded()), browser);
    }

    private static String start(Post post, Wanted wanted, String browser) {
        if (post.signIn().isEmpty()) throw new Refusal(403, "refused.guard-no-address");
        if (post.atHome()) return signIn(post, wanted);
        return post.signIn() + "/.gatehouse/pass?s=" + post.id() + "&b=" + Tokens.hash(browser) + "&to=" + wanted.carried();
    }

    static String signIn(Post post, Wanted wanted) {
        return post.signIn() + "/login?next=" + URLEncoder.encode(wanted.target(), UTF_8);
    }

    /** The way back with a ticket, for who is signed in here; else by the sign-in page. @throws Refusal 404 for what no start of ours wrote */
    String pass(String service, String browser, String wanted, String here) {
        if (service == null || !service.matches("[0-9]{1,18}") || browser == null || !TOKEN.matcher(browser).matches()) throw GuardRefused.unknown();
        Post post = services.post(Long.parseLong(service)).orElseThrow(GuardRefused::unknown);
        Wanted target = Wanted.read(wanted);
        if (!current.signedIn()) {
            String again = "/.gatehouse/pass?s=" + post.id() + "&b=" + browser + "&to=" + target.carried();
            return here + "/login?next=" + URLEncoder.encode(again, UTF_8);
        }
        return post.origin() + "/.gatehouse/arrive?ticket=" + tickets.issue(post.id(), current.session().id(), browser, target.target());
    }

    /** @throws Refusal 400 when the ticket is used, too old, of another host or of another browser; then nothing was opened */
    @Transactional(dontRollbackOn = Refusal.class)
    public Arrived arrive(String origin, String ticket, Optional<String> browser) {
        if (ticket == null || !TOKEN.matcher(ticket).matches()) throw lost();
        Optional<Tickets.Taken> found = tickets.take(ticket, Tokens.hash(browser.orElse("")));
        Tickets.Taken taken = found.filter(any -> browser.isPresent()).orElseThrow(Crossing::lost);
        Post post = services.post(taken.service()).filter(there -> there.origin().equals(origin)).orElseThrow(Crossing::lost);
        return new Arrived(outposts.open(taken.session(), post.origin()).orElseThrow(Crossing::lost), post.origin() + new Wanted(taken.wanted()).target());
    }

    private static Refusal lost() {
        return new Refusal(400, "refused.guard-ticket");
    }
}
