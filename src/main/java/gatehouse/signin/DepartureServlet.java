package gatehouse.signin;

import java.io.IOException;
import java.net.URI;

import gatehouse.web.Refusal;
import gatehouse.web.ReturnPath;
import gatehouse.web.TypedForm;
import gatehouse.web.Visit;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** {@code POST /sso/{provider}}: begins a sign-in. */
@WebServlet("/sso/*")
public class DepartureServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Inject
    transient Departures departures;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        TypedForm form = TypedForm.read(request.getContentType(), request.getInputStream().readAllBytes());
        String slug = request.getRequestURI().substring("/sso/".length());
        URI address = departures.toSignIn(slug, new ReturnPath(form.text("to")), Visit.of(request));
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", address.toASCIIString());
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        throw new Refusal(405, "refused.method").header("Allow", "POST");
    }
}
