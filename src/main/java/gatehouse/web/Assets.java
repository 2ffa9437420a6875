package gatehouse.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** The few static files, kept in memory. Their address carries this build's mark, so browsers may keep them for a year. */
@WebServlet("/static/*")
public class Assets extends HttpServlet {

    private static final long serialVersionUID = 1;
    private static final String BUILD = Long.toString(System.currentTimeMillis(), 36);
    private static final Map<String, String> TYPES = Map.of("css", "text/css;charset=UTF-8", "js", "text/javascript;charset=UTF-8",
            "svg", "image/svg+xml", "png", "image/png");
    private static final int MOST = 200;
    private final transient Map<String, byte[]> files = new ConcurrentHashMap<>();

    /** Where a static file is found, with this build's mark. @param path under {@code static/} */
    public static String address(String path) {
        return "/static/" + path + "?" + BUILD;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getRequestURI();
        String type = TYPES.get(path.substring(path.lastIndexOf('.') + 1));
        byte[] content = type == null ? null : content(path);
        if (content == null) throw new Refusal(404, "refused.not-found");
        response.setContentType(type);
        response.setHeader("Cache-Control", BUILD.equals(request.getQueryString()) ? "public, max-age=31536000, immutable" : "no-cache");
        if (path.endsWith(".svg")) response.setHeader("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'");
        response.setContentLength(content.length);
        response.getOutputStream().write(content);
    }

    private byte[] content(String path) throws IOException {
        byte[] kept = files.get(path);
        if (kept != null) return kept;
        try (InputStream file = getServletContext().getResourceAsStream(path)) {
            if (file == null) return null;
            byte[] read = file.readAllBytes();
            if (files.size() < MOST) files.put(path, read);
            return read;
        }
    }
}
