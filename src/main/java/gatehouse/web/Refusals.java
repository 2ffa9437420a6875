package gatehouse.web;

import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

import gatehouse.secret.KeysMissing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.resource.ResourceException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.WebApplicationException;

/** Turns whatever was thrown into one answer: a page in the person's language, or JSON where a program asks. */
@ApplicationScoped
public class Refusals {

    private static final Logger LOG = Logger.getLogger(Refusals.class.getName());
    private static final int LINES_AT_ONCE = 100;
    private static final int LINES_A_MINUTE = 100;
    private static final Rations LINES = new Rations(LINES_AT_ONCE, LINES_A_MINUTE);
    private static final String AWAY = "refused.away";

    /** An answer, ready to be written. */
    public record Answer(int status, String type, String body, Map<String, String> headers) {
    }

    @Inject
    Views views;
    @Inject
    Event<Refused> refused;

    public Answer to(HttpServletRequest request, Throwable thrown) {
        Refusal refusal = refusal(thrown);
        log(refusal, thrown);
        refused.fire(Refused.of(refusal));
        if (!Api.serves(request.getRequestURI())) refusal.header(Occasion.HEADER, Occasion.now().reference());
        return wantsJson(request) ? json(refusal) : page(request, refusal, Occasion.now().reference());
    }

    /**
     * Our faults with all there is to know; a database that is away in one line with its cause, and what was refused in one line of
     * constants; of each kind no more lines than a disk can bear.
     */
    static void log(Refusal refusal, Throwable thrown) {
        String line = "reference " + Occasion.now().reference() + ": " + refusal.status() + " " + refusal.forTheLog();
        boolean away = refusal.key().equals(AWAY);
        if (refusal.status() >= 500 && !away) LOG.log(Level.SEVERE, line, thrown instanceof Refusal ? null : thrown);
        else if (LINES.take(refusal.key())) LOG.log(away ? Level.WARNING : Level.INFO, away && !(thrown instanceof Refusal) ? line + ": " + innermost(thrown) : line);
    }

    /** Once a minute: tells how many lines of each kind were left out. */
    public static void sweep() {
        LINES.over().forEach((key, more) -> LOG.log(Level.INFO, "{0} more {1}, only counted", new Object[] {Integer.toString(more), key}));
    }

    private static Throwable innermost(Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null) cause = cause.getCause();
        return cause;
    }

    private static Answer json(Refusal refusal) {
        String message = refusal.jsonMessage().isEmpty() ? sentence(refusal) : refusal.jsonMessage();
        return new Answer(refusal.jsonStatus(), Envelope.JSON, Envelope.of(refusal.jsonStatus(), message, null), refusal.headers());
    }

    /** What was typed wrong is one sentence; other refusals have a page of them. */
    static String sentence(Refusal refusal) {
        Messages english = Messages.in(Locale.ENGLISH);
        return english.find(refusal.key() + ".text", refusal.arguments()).orElseGet(() -> english.say(refusal));
    }

    private Answer page(HttpServletRequest request, Refusal refusal, String reference) {
        Visit visit = Visit.of(request);
        Messages messages = Messages.in(visit == null ? Locale.ENGLISH : visit.locale());
        Map<String, String> sentences = messages.sentences(refusal);
        if (!refusal.jsonMessage().isEmpty()) sentences.put("detail", refusal.jsonMessage());
        Map<String, Object> model = Map.of("status", refusal.status(), "refusal", sentences, "reference", reference, "again", refusal.again());
        String view = refusal.again().isEmpty() ? "web/problem.ftlh" : "signin/refused.ftlh";
        return new Answer(refusal.status(), "text/html;charset=UTF-8", views.render(view, model, request), refusal.headers());
    }

    /** A program asks: the address is for programs only, or is one of the API's and JSON is preferred to a page. */
    public static boolean wantsJson(HttpServletRequest request) {
        String path = request.getRequestURI();
        Accept accept = new Accept(request.getHeader("Accept"));
        return accept.prefersJson() ? path.startsWith("/api/") : Api.serves(path) && !accept.prefersPage();
    }

    static Refusal refusal(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) return refusal;
            if (cause instanceof WebApplicationException web) return framework(web.getResponse().getStatus(), web.getResponse().getHeaderString("Allow"));
            if (away(cause)) return new Refusal(503, AWAY).retryAfter(5);
        }
        return new Refusal(500, "refused.fault");
    }

    /** The keys are missing, or the database is: the pool has no connection to give, or one was lost. */
    private static boolean away(Throwable cause) {
        return cause instanceof KeysMissing || cause instanceof ResourceException || cause instanceof SQLException sql && lost(sql.getSQLState());
    }

    /** Class 08: no connection. 57P: PostgreSQL stops, crashed or is about to start. */
    private static boolean lost(String state) {
        return state != null && (state.startsWith("08") || state.startsWith("57P"));
    }

    /** @param allowed what is answered there, where the framework says so (RFC 9110 section 15.5.6) */
    private static Refusal framework(int status, String allowed) {
        return switch (status) {
            case 404 -> new Refusal(404, "refused.not-found");
            case 405 -> allowed == null ? new Refusal(405, "refused.method") : new Refusal(405, "refused.method").header("Allow", allowed);
            case 403 -> new Refusal(403, "refused.forbidden");
            default -> status < 500 ? new Refusal(status, "refused.bad-request") : new Refusal(500, "refused.fault");
        };
    }
}
