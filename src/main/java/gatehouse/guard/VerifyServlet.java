package gatehouse.guard;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.Map;

import gatehouse.web.Locales;
import gatehouse.web.Messages;
import gatehouse.web.Refusal;
import gatehouse.web.Site;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** {@code /api/auth/verify}: may the request that waits at a proxy pass? Whatever method the proxy asks with, the answer is the same. */
@WebServlet("/api/auth/verify")
public class VerifyServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Inject
    transient Site site;
    @Inject
    transient Checkpoint checkpoint;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        doGet(request, response);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            ProxyHeaders sent = new ProxyHeaders(request);
            if (!site.trusts(request)) throw untrusted(sent, request);
            Map<String, String> headers = checkpoint.pass(sent);
            headers.forEach(response::setHeader);
            say(response, 200, "");
        } catch (Refusal refusal) {
            refusal.headers().forEach(response::setHeader);
            say(response, refusal.status(), Messages.in(Locales.of(request, false)).say(refusal.key() + ".text", refusal.arguments()) + "\n");
        }
    }

    /** Nobody else's word is taken, and so nobody else gets a yes; whoever brings nothing hears what anybody hears. */
    private static Refusal untrusted(ProxyHeaders sent, HttpServletRequest request) {
        if (sent.anonymous()) return new Refusal(401, "refused.guard-peer", request.getRemoteAddr()).header("WWW-Authenticate", Checkpoint.BASIC);
        return new Refusal(403, "refused.guard-peer", request.getRemoteAddr());
    }

    private static void say(HttpServletResponse response, int status, String words) throws IOException {
        byte[] text = words.getBytes(UTF_8);
        response.setStatus(status);
        response.setContentType("text/plain;charset=UTF-8");
        response.setContentLength(text.length);
        if (text.length > 0) response.getOutputStream().write(text);
    }
}
