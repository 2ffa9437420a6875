package gatehouse.web;

import java.io.IOException;
import java.io.InputStream;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** What the JSON addresses take and answer, as an OpenAPI 3.1 document written by hand and held to the truth by tests. */
@WebServlet("/api/openapi.json")
public class OpenApiServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType(Envelope.JSON);
        try (InputStream document = OpenApiServlet.class.getResourceAsStream("/openapi.json")) {
            document.transferTo(response.getOutputStream());
        }
    }
}
