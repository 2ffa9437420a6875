package gatehouse.exchange;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Future;

import com.github.scribejava.core.httpclient.HttpClient;
import com.github.scribejava.core.httpclient.multipart.MultipartPayload;
import com.github.scribejava.core.model.OAuthAsyncRequestCallback;
import com.github.scribejava.core.model.OAuthRequest.ResponseConverter;
import com.github.scribejava.core.model.Response;
import com.github.scribejava.core.model.Verb;
import gatehouse.egress.Deadline;
import gatehouse.egress.Reply;

/** Lets ScribeJava speak through our {@link Wire} for one trip; asynchronous calls, files and multipart are refused. */
final class ScribeWire implements HttpClient {

    private final Wire wire;
    private final Deadline deadline;

    ScribeWire(Wire wire, Deadline deadline) {
        this.wire = wire;
        this.deadline = deadline;
    }

    @Override
    public Response execute(String agent, Map<String, String> headers, Verb verb, String url, byte[] body) {
        Reply reply = verb == Verb.GET ? wire.get(Wire.uri(url), headers, Wire.TOKEN_BYTES, deadline) : post(headers, verb, url, body);
        return new Response(reply.status(), "", Map.of(CONTENT_TYPE, reply.contentType()), new ByteArrayInputStream(reply.body()));
    }

    private Reply post(Map<String, String> headers, Verb verb, String url, byte[] body) {
        if (verb != Verb.POST) throw new UnsupportedOperationException("only the token call");
        Map<String, String> all = new HashMap<>(headers);
        all.putIfAbsent(CONTENT_TYPE, DEFAULT_CONTENT_TYPE);
        return wire.post(Wire.uri(url), all, body, Wire.TOKEN_BYTES, deadline);
    }

    @Override
    public Response execute(String agent, Map<String, String> headers, Verb verb, String url, String body) {
        return execute(agent, headers, verb, url, body.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Response execute(String agent, Map<String, String> headers, Verb verb, String url, MultipartPayload body) {
        throw new UnsupportedOperationException("multipart");
    }

    @Override
    public Response execute(String agent, Map<String, String> headers, Verb verb, String url, File body) {
        throw new UnsupportedOperationException("file");
    }

    @Override
    public <T> Future<T> executeAsync(String agent, Map<String, String> headers, Verb verb, String url, byte[] body,
                                      OAuthAsyncRequestCallback<T> callback, ResponseConverter<T> converter) {
        throw new UnsupportedOperationException("asynchronous");
    }

    @Override
    public <T> Future<T> executeAsync(String agent, Map<String, String> headers, Verb verb, String url, MultipartPayload body,
                                      OAuthAsyncRequestCallback<T> callback, ResponseConverter<T> converter) {
        throw new UnsupportedOperationException("asynchronous");
    }

    @Override
    public <T> Future<T> executeAsync(String agent, Map<String, String> headers, Verb verb, String url, String body,
                                      OAuthAsyncRequestCallback<T> callback, ResponseConverter<T> converter) {
        throw new UnsupportedOperationException("asynchronous");
    }

    @Override
    public <T> Future<T> executeAsync(String agent, Map<String, String> headers, Verb verb, String url, File body,
                                      OAuthAsyncRequestCallback<T> callback, ResponseConverter<T> converter) {
        throw new UnsupportedOperationException("asynchronous");
    }

    @Override
    public void close() {
        // belongs to the whole room
    }
}
