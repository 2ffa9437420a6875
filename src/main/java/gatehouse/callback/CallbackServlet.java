package gatehouse.callback;

import gatehouse.web.Visit;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Ends every trip. What it was for stands in our own row; of the address only state, code, iss and error are read. */
@WebServlet({"/api/auth/sso_callback", "/api/auth/sso_callback/*", "/api/auth/sso_get_token", "/api/auth/get_sso_id", "/callback"})
public class CallbackServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Inject
    transient Homecoming homecoming;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        String path = homecoming.end(Answer.of(request), request, response);
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", Visit.of(request).address().base() + path);
    }
}
