package gatehouse.guard;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.Optional;

import gatehouse.secret.Tokens;
import gatehouse.session.Outposts;
import gatehouse.web.Address;
import gatehouse.web.Cookies;
import gatehouse.web.Locales;
import gatehouse.web.Messages;
import gatehouse.web.Refusal;
import gatehouse.web.Site;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** {@code /.gatehouse/}: start and arrive on guarded hosts, pass where people sign in. On a guarded host a refusal is plain text, for our pages are not there. */
@WebServlet("/.gatehouse/*")
public class CrossingServlet extends HttpServlet {

    private static final long serialVersionUID = 1;
    private static final String BEGUN = "gatehouse-start";
    private static final int MINUTES = 10;

    @Inject
    transient Site site;
    @Inject
    transient Crossing crossing;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Referrer-Policy", "no-referrer");
        switch (request.getRequestURI()) {
            case "/.gatehouse/start" -> there(request, response, this::start);
            case "/.gatehouse/arrive" -> there(request, response, this::arrive);
            case "/.gatehouse/pass" -> to(response, crossing.pass(one(request, "s"), one(request, "b"), one(request, "to"), site.of(request).base()));
            default -> throw GuardRefused.unknown();
        }
    }

    private void start(HttpServletRequest request, HttpServletResponse response, Address host) {
        String browser = begun(request, host).orElseGet(Tokens::fresh);
        String address = crossing.start(host.base(), Wanted.read(one(request, "to")), browser);
        Cookies.write(response, BEGUN, browser, host.secure(), MINUTES * 60);
        to(response, address);
    }

    private void arrive(HttpServletRequest request, HttpServletResponse response, Address host) {
        Crossing.Arrived arrived = crossing.arrive(host.base(), one(request, "ticket"), begun(request, host));
        Cookies.write(response, Outposts.COOKIE, arrived.token(), host.secure(), -1);
        to(response, arrived.address());
    }

    private static Optional<String> begun(HttpServletRequest request, Address host) {
        return Cookies.read(request, BEGUN, host.secure()).filter(value -> value.length() == 43);
    }

    private static String one(HttpServletRequest request, String name) {
        String[] values = request.getParameterValues(name);
        return values != null && values.length == 1 ? values[0] : null;
    }

    private static void to(HttpServletResponse response, String address) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", address);
    }

    /** What is done on a guarded host. */
    private interface Step {
        void take(HttpServletRequest request, HttpServletResponse response, Address host);
    }

    private void there(HttpServletRequest request, HttpServletResponse response, Step step) throws IOException {
        try {
            step.take(request, response, site.of(request));
        } catch (Refusal refusal) {
            response.setStatus(refusal.status());
            response.setContentType("text/plain;charset=UTF-8");
            String words = Messages.in(Locales.of(request, false)).say(refusal.key() + ".text", refusal.arguments());
            response.getOutputStream().write((words + "\n").getBytes(UTF_8));
        }
    }
}
