package gatehouse.provider;

import java.io.IOException;

import gatehouse.icon.Icon;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Gives anybody a provider's icon. The address names the picture's hash, so browsers may keep it for a year; nothing in it may run. */
@WebServlet("/icons/*")
public class IconServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Inject
    transient Icons icons;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String[] steps = request.getRequestURI().split("/", -1);
        if (steps.length != 4) throw ProviderRefused.unknown();
        Icon icon = icons.find(steps[2], steps[3]).orElseThrow(ProviderRefused::unknown);
        response.setContentType(icon.type());
        response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
        response.setHeader("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setContentLength(icon.content().length);
        response.getOutputStream().write(icon.content());
    }
}
