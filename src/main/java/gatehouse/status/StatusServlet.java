package gatehouse.status;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;

import gatehouse.account.Accounts;
import gatehouse.secret.Keys;
import gatehouse.web.Refusal;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** {@code /status/live}: the process answers. {@code /status/ready}: it can work; 503 while the database or the keys are missing. */
@WebServlet("/status/*")
public class StatusServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Inject
    transient Upkeep upkeep;
    @Inject
    transient Keys keys;
    @Inject
    transient Accounts accounts;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        switch (request.getRequestURI()) {
            case "/status/live" -> say(response, 200, "live");
            case "/status/ready" -> ready(response);
            default -> throw new Refusal(404, "refused.not-found");
        }
    }

    private void ready(HttpServletResponse response) throws IOException {
        boolean ready = ready();
        say(response, ready ? 200 : 503, ready ? "ready" : "not ready");
    }

    private boolean ready() {
        try {
            if (!upkeep.isOpen()) return false;
            keys.ring();
            accounts.find(0);
            return true;
        } catch (RuntimeException databaseOrKeysMissing) {
            return false;
        }
    }

    private static void say(HttpServletResponse response, int status, String word) throws IOException {
        response.setStatus(status);
        response.setContentType("text/plain;charset=UTF-8");
        response.getOutputStream().write((word + "\n").getBytes(UTF_8));
    }
}
