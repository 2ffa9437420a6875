package gatehouse.egress;

import java.io.IOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;

import gatehouse.connection.Route;
import gatehouse.egress.NoAnswer.Reason;

/**
 * The one way out: HTTP/1.1 to checked addresses, no redirects, no compression, no cookies, at most 200 header fields, a cap on the
 * body, and one deadline for connecting, waiting and reading together. Connecting may take 2 seconds.
 */
public final class Outgoing {

    private static final int MOST_HEADERS = 200;
    private static final String KEEP_ALIVE = "jdk.httpclient.keepalive.timeout";

    static {
        // Java 17 keeps idle connections for 20 minutes, longer than many firewalls do; 30 seconds is the default since Java 20.
        if (System.getProperty(KEEP_ALIVE) == null) System.setProperty(KEEP_ALIVE, "30");
    }

    private final Egress egress;
    private final Route route;
    private final ExecutorService threads;
    private final HttpClient client;
    private final Clocks clocks;

    /** @param threads shared with others, and ended by whoever made them */
    Outgoing(Egress egress, Route route, SSLContext trust, ExecutorService threads, Clocks clocks) {
        this.egress = egress;
        this.route = route;
        this.threads = threads;
        this.clocks = clocks;
        this.client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(Duration.ofSeconds(2)).proxy(egress.proxies()).sslContext(trust).executor(threads).build();
    }

    /** @param cap the most bytes of the body. @throws NoAnswer in every case but an answer read whole */
    public Reply get(URI uri, Map<String, String> headers, int cap, Deadline deadline) {
        egressAllows(uri, deadline);
        return send(request(uri, headers).GET(), cap, deadline);
    }

    /** As {@link #get}, and sent once, whatever happens: what may have been used is not sent again. */
    public Reply post(URI uri, Map<String, String> headers, byte[] body, int cap, Deadline deadline) {
        egressAllows(uri, deadline);
        return send(request(uri, headers).POST(HttpRequest.BodyPublishers.ofByteArray(body)), cap, deadline);
    }

    /** The head of whatever answer comes, a redirect as well; its body is not read. */
    Head head(String method, URI uri, Deadline deadline) {
        egressAllows(uri, deadline);
        HttpRequest request = request(uri, Map.of()).method(method, HttpRequest.BodyPublishers.noBody()).build();
        HttpResponse<byte[]> response = await(sent(request, any -> new Unread()), deadline);
        return new Head(response.statusCode(), response.headers().firstValue("Date").orElse(""));
    }

    /**
     * Whether a server may name these as others' addresses: each may be asked and has no fragment, https names https, and a server outside
     * names none inside the house. Looks their names up.
     */
    public boolean mayName(URI server, List<String> others, Deadline deadline) {
        return within(deadline, () -> others.stream().allMatch(new Naming(egress, server)::allows));
    }

    /** Work that may ask a name server, which knows no deadline of its own. */
    <T> T within(Deadline deadline, Supplier<T> work) {
        return await(CompletableFuture.supplyAsync(work, threads), deadline);
    }

    Egress egress() {
        return egress;
    }

    Route route() {
        return route;
    }

    private void egressAllows(URI uri, Deadline deadline) {
        within(deadline, () -> {
            egress.check(uri);
            return uri;
        });
    }

    private static HttpRequest.Builder request(URI uri, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri);
        headers.forEach(request::setHeader);
        return request.setHeader("User-Agent", "Gatehouse").setHeader("Accept-Encoding", "identity");
    }

    private Reply send(HttpRequest.Builder request, int cap, Deadline deadline) {
        HttpResponse<byte[]> response = await(sent(request.build(), head -> reader(head, cap)), deadline);
        if (response.statusCode() == 407) throw new NoAnswer(Reason.UNREACHABLE, "proxy");
        if (response.request().method().equals("POST")) clocks.note(response.uri().getHost(), response.headers().firstValue("Date").orElse(""), Instant.now());
        return new Reply(response.statusCode(), response.headers().firstValue("Content-Type").orElse(""), response.body());
    }

    private CompletableFuture<HttpResponse<byte[]>> sent(HttpRequest request, HttpResponse.BodyHandler<byte[]> reader) {
        try {
            return client.sendAsync(request, reader);
        } catch (RuntimeException unsendable) {
            return CompletableFuture.failedFuture(unsendable);
        }
    }

    private static BodySubscriber<byte[]> reader(ResponseInfo head, int cap) {
        if (head.statusCode() / 100 == 3) return new Unread(new NoAnswer(Reason.PROTOCOL, "redirect"));
        if (head.headers().firstValue("Content-Encoding").isPresent()) return new Unread(new NoAnswer(Reason.PROTOCOL, "encoding"));
        int headers = head.headers().map().values().stream().mapToInt(List::size).sum();
        return headers > MOST_HEADERS ? new Unread(new NoAnswer(Reason.PROTOCOL, "headers")) : new Capped(cap);
    }

    private static <T> T await(CompletableFuture<T> answer, Deadline deadline) {
        try {
            return answer.get(deadline.left(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException failed) {
            throw failure(failed.getCause());
        } catch (TimeoutException late) {
            throw new NoAnswer(Reason.TOO_SLOW, "deadline");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new NoAnswer(Reason.UNREACHABLE, "interrupted");
        } finally {
            answer.cancel(true);
        }
    }

    private static NoAnswer failure(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof NoAnswer failed) return failed;
        }
        if (thrown instanceof HttpTimeoutException) return new NoAnswer(Reason.TOO_SLOW, "connect");
        if (thrown instanceof SSLException) return new NoAnswer(Reason.UNREACHABLE, "tls");
        if (thrown instanceof ConnectException || thrown instanceof UnresolvedAddressException) {
            return new NoAnswer(Reason.UNREACHABLE, "connect");
        }
        boolean cut = thrown instanceof IOException && !(thrown instanceof ProtocolException);
        return cut ? new NoAnswer(Reason.UNREACHABLE, "cut") : new NoAnswer(Reason.PROTOCOL, "http");
    }
}
