package gatehouse.status;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;

import gatehouse.web.Refusal;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * {@code /status/live}: the process answers. {@code /status/ready}: it can work; 503 while the database or the keys are missing.
 * {@code /status/metrics}: what this node counts, for Prometheus.
 */
@WebServlet("/status/*")
public class StatusServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Inject
    transient Readiness readiness;
    @Inject
    transient Metrics metrics;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        switch (request.getRequestURI()) {
            case "/status/live" -> say(response, 200, "live");
            case "/status/ready" -> ready(response);
            case "/status/metrics" -> say(response, 200, Metrics.TYPE, metrics.text());
            default -> throw new Refusal(404, "refused.not-found");
        }
    }

    private void ready(HttpServletResponse response) throws IOException {
        boolean ready = readiness.ready();
        if (!ready) response.setHeader("Retry-After", "5");
        say(response, ready ? 200 : 503, ready ? "ready" : "not ready");
    }

    private static void say(HttpServletResponse response, int status, String word) throws IOException {
        say(response, status, "text/plain;charset=UTF-8", word + "\n");
    }

    private static void say(HttpServletResponse response, int status, String type, String text) throws IOException {
        response.setStatus(status);
        response.setContentType(type);
        response.getOutputStream().write(text.getBytes(UTF_8));
    }
}
