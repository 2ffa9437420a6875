package gatehouse.signin;

import java.util.Optional;
import java.util.function.Function;

import gatehouse.session.CurrentAccount;
import gatehouse.session.Device;
import gatehouse.session.SessionView;
import gatehouse.session.Sessions;
import gatehouse.web.Cookies;
import gatehouse.web.Visit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Coming in and going out: the session cookie is new each time, and the session it had before ends. */
@ApplicationScoped
public class Threshold {

    @Inject
    Sessions sessions;
    @Inject
    CurrentAccount current;
    @Inject
    KnownBrowser known;
    @Inject
    Event<SignedOut> signedOut;

    /** @param entry decides, and opens the session; what it throws leaves everything as it was */
    public void cross(HttpServletRequest request, HttpServletResponse response, Function<Device, String> entry) {
        String token = entry.apply(Device.of(request.getHeader("User-Agent")));
        if (current.signedIn()) end(current.session());
        carry(request, response, token);
    }

    /** The person proved themselves anew: their session goes on under another token. */
    public void prove(HttpServletRequest request, HttpServletResponse response) {
        carry(request, response, sessions.prove(current.id(), current.session().id()));
    }

    /** Hands the browser the token of its session, and makes it known to the account. */
    public void carry(HttpServletRequest request, HttpServletResponse response, String token) {
        write(request, response, token);
        sessions.find(token).ifPresent(view -> known.remember(request, response, view.account()));
    }

    /** Something was bound: the session goes on under another token, unless another tab of this browser has just brought it one. */
    public void renew(HttpServletRequest request, HttpServletResponse response) {
        cookie(request).flatMap(sessions::renew).ifPresent(token -> write(request, response, token));
    }

    /** At the end of a trip to bind: whose session was renewed while it was on its way is still who they were. */
    public void recognise(HttpServletRequest request) {
        if (!current.signedIn()) cookie(request).flatMap(sessions::former).ifPresent(current::is);
    }

    private static Optional<String> cookie(HttpServletRequest request) {
        return Cookies.read(request, Sessions.COOKIE, Visit.of(request).address().secure());
    }

    private static void write(HttpServletRequest request, HttpServletResponse response, String token) {
        Cookies.write(response, Sessions.COOKIE, token, Visit.of(request).address().secure(), -1);
    }

    /** Ends this session, everywhere, and forgets what the browser kept of us. */
    public void leave(HttpServletRequest request, HttpServletResponse response) {
        if (current.signedIn()) out(current.session());
        Cookies.write(response, Sessions.COOKIE, "", Visit.of(request).address().secure(), 0);
        response.setHeader("Clear-Site-Data", "\"cache\",\"storage\"");
    }

    private void out(SessionView session) {
        end(session);
        signedOut.fire(new SignedOut(session.account(), session.username()));
    }

    private void end(SessionView session) {
        sessions.end(session.account(), session.id());
    }
}
