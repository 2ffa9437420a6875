package gatehouse.exchange;

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
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;

import gatehouse.connection.Route;
import gatehouse.exchange.ExchangeFailed.Reason;

/**
 * The one way out: HTTP/1.1 to checked addresses, no redirects, no compression, no cookies, at most 200 header fields, a cap on the
 * body, and one deadline for connecting, waiting and reading together. Connecting may take 2 seconds.
 */
class Outgoing implements AutoCloseable {

    static final int TOKEN_BYTES = 64 * 1024;
    static final int DOCUMENT_BYTES = 256 * 1024;
    static final int KEYS_BYTES = 512 * 1024;
    private static final int MOST_HEADERS = 200;
    private static final String KEEP_ALIVE = "jdk.httpclient.keepalive.timeout";

    static {
        // Java 17 keeps idle connections for 20 minutes, longer than many firewalls do; 30 seconds is the default since Java 20.
        if (System.getProperty(KEEP_ALIVE) == null) System.setProperty(KEEP_ALIVE, "30");
    }

    private final Egress egress;
    private final ExecutorService threads;
    private final HttpClient client;
    private final Clocks clocks;

    Outgoing(Egress egress) {
        this(egress, Trust.context(Route.USUAL), threads(), new Clocks());
    }

    /** @param threads shared with others, and ended by whoever made them */
    Outgoing(Egress egress, SSLContext trust, ExecutorService threads, Clocks clocks) {
        this.egress = egress;
        this.threads = threads;
        this.clocks = clocks;
        this.client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(Duration.ofSeconds(2)).proxy(egress.proxies()).sslContext(trust).executor(threads).build();
    }

    /** The same way out once more. */
    Outgoing(Outgoing same) {
        this.egress = same.egress;
        this.threads = same.threads;
        this.client = same.client;
        this.clocks = same.clocks;
    }

    /** A GET of a public document; tried a second time when the connection failed. */
    Reply document(URI uri, int cap, Deadline deadline) {
        Map<String, String> headers = Map.of("Accept", "application/json");
        try {
            return get(uri, headers, cap, deadline);
        } catch (ExchangeFailed failed) {
            if (failed.reason() != Reason.UNREACHABLE) throw failed;
            return get(uri, headers, cap, deadline);
        }
    }

    Reply get(URI uri, Map<String, String> headers, int cap, Deadline deadline) {
        egressAllows(uri, deadline);
        return send(request(uri, headers).GET(), cap, deadline);
    }

    /** Sent once, whatever happens: a code that may have been used is not sent again. */
    Reply post(URI uri, Map<String, String> headers, byte[] body, int cap, Deadline deadline) {
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

    /** Work that may ask a name server, which knows no deadline of its own. */
    <T> T within(Deadline deadline, Supplier<T> work) {
        return await(CompletableFuture.supplyAsync(work, threads), deadline);
    }

    @Override
    public void close() {
        threads.shutdownNow();
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
        if (response.statusCode() == 407) throw new ExchangeFailed(Reason.UNREACHABLE, "proxy");
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
        if (head.statusCode() / 100 == 3) return new Unread(new ExchangeFailed(Reason.PROTOCOL, "redirect"));
        if (head.headers().firstValue("Content-Encoding").isPresent()) return new Unread(new ExchangeFailed(Reason.PROTOCOL, "encoding"));
        int headers = head.headers().map().values().stream().mapToInt(List::size).sum();
        return headers > MOST_HEADERS ? new Unread(new ExchangeFailed(Reason.PROTOCOL, "headers")) : new Capped(cap);
    }

    private static <T> T await(CompletableFuture<T> answer, Deadline deadline) {
        try {
            return answer.get(deadline.left(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException failed) {
            throw failure(failed.getCause());
        } catch (TimeoutException late) {
            throw new ExchangeFailed(Reason.TOO_SLOW, "deadline");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new ExchangeFailed(Reason.UNREACHABLE, "interrupted");
        } finally {
            answer.cancel(true);
        }
    }

    private static ExchangeFailed failure(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof ExchangeFailed failed) return failed;
        }
        if (thrown instanceof HttpTimeoutException) return new ExchangeFailed(Reason.TOO_SLOW, "connect");
        if (thrown instanceof SSLException) return new ExchangeFailed(Reason.UNREACHABLE, "tls");
        if (thrown instanceof ConnectException || thrown instanceof UnresolvedAddressException) {
            return new ExchangeFailed(Reason.UNREACHABLE, "connect");
        }
        boolean cut = thrown instanceof IOException && !(thrown instanceof ProtocolException);
        return cut ? new ExchangeFailed(Reason.UNREACHABLE, "cut") : new ExchangeFailed(Reason.PROTOCOL, "http");
    }

    static ExecutorService threads() {
        return Executors.newCachedThreadPool(Outgoing::daemon);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "gatehouse-outgoing");
        thread.setDaemon(true);
        return thread;
    }
}
