package gatehouse.it;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** A person with a plain browser: keeps cookies, runs no script, follows a redirect only when asked. */
public final class Visitor {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).followRedirects(HttpClient.Redirect.NEVER).build();
    private static final int MOST_REDIRECTS = 20;

    private final CookieJar jar;
    private final URI home;
    private final String[] always;

    public Visitor(URI home) {
        this(home, new CookieJar());
    }

    private Visitor(URI home, CookieJar jar, String... always) {
        this.home = home;
        this.jar = jar;
        this.always = always;
    }

    /** Another one, without cookies, whose browser calls itself so. */
    public Visitor with(String userAgent) {
        return new Visitor(home, new CookieJar(), "User-Agent", userAgent);
    }

    /** The same one, cookies and all, with this header on every request. */
    public Visitor sending(String name, String value) {
        return new Visitor(home, jar, name, value);
    }

    public CookieJar cookies() {
        return jar;
    }

    /** Asks for a path of the house, or for any absolute address; headers are name, value, name, value. */
    public Page get(String address, String... headers) {
        return send("GET", home.resolve(address), BodyPublishers.noBody(), headers);
    }

    public Page get(URI address, String... headers) {
        return send("GET", address, BodyPublishers.noBody(), headers);
    }

    /** Posts just these fields: no token is added. */
    public Page post(String address, Parameters fields, String... headers) {
        return send("POST", home.resolve(address), BodyPublishers.ofString(fields.encoded()), typed("application/x-www-form-urlencoded", headers));
    }

    /** Sends any body. */
    public Page send(String method, String address, String type, String body, String... headers) {
        return send(method, home.resolve(address), BodyPublishers.ofString(body), typed(type, headers));
    }

    /** Sends any bytes. */
    public Page send(String method, String address, String type, byte[] body, String... headers) {
        return send(method, home.resolve(address), BodyPublishers.ofByteArray(body), typed(type, headers));
    }

    /** Sends a form as it stands, hidden fields included. */
    public Page submit(Form form, String... headers) {
        if (form.method().equals("POST")) return post(form.action().toString(), form.fields(), headers);
        return get(form.action() + "?" + form.fields().encoded(), headers);
    }

    /** Goes where a page redirects, up to the first that does not (303 rules: always by GET). */
    public Page follow(Page page) {
        Page here = page;
        for (int i = 0; here.redirects(); i++) {
            if (i == MOST_REDIRECTS) throw new AssertionError("redirected in a ring: " + here.location());
            here = get(here.location());
        }
        return here;
    }

    private Page send(String method, URI address, BodyPublisher body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address).method(method, body).timeout(Duration.ofSeconds(60));
        String cookies = jar.headerFor(address);
        if (!cookies.isEmpty()) request.header("Cookie", cookies);
        for (int i = 0; i < always.length; i += 2) request.setHeader(always[i], always[i + 1]);
        for (int i = 0; i < headers.length; i += 2) request.header(headers[i], headers[i + 1]);
        return read(request.build());
    }

    private Page read(HttpRequest request) {
        try {
            HttpResponse<byte[]> answer = CLIENT.send(request, BodyHandlers.ofByteArray());
            jar.take(request.uri(), answer.headers());
            return new Page(request.uri(), answer.statusCode(), answer.headers(), answer.body());
        } catch (IOException e) {
            throw new Unreachable(request.method() + " " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unreachable("interrupted", e);
        }
    }

    private static String[] typed(String type, String... headers) {
        String[] more = new String[headers.length + 2];
        more[0] = "Content-Type";
        more[1] = type;
        System.arraycopy(headers, 0, more, 2, headers.length);
        return more;
    }
}
