package gatehouse.it.provider;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/**
 * What a fake provider sends back.
 *
 * @param announced the Content-Length; -1 says what the body has, -2 sends chunks
 * @param before    silence before the first byte
 * @param perByte   a pause after each byte of the body; zero sends it whole
 */
public record Answer(int status, Map<String, String> headers, byte[] body, long announced, Duration before, Duration perByte) {

    static final long AS_IT_IS = -1;
    static final long CHUNKED = -2;
    private static final ObjectMapper JSON = new ObjectMapper();

    public static Answer of(int status, String type, byte[] body) {
        return new Answer(status, Map.of("Content-Type", type), body, AS_IT_IS, Duration.ZERO, Duration.ZERO);
    }

    public static Answer of(int status, String type, String body) {
        return of(status, type, body.getBytes(StandardCharsets.UTF_8));
    }

    public static Answer status(int status) {
        return of(status, "text/plain", "");
    }

    /** 200 with this raw JSON, well-formed or not. */
    public static Answer json(String json) {
        return of(200, "application/json", json);
    }

    public static Answer json(int status, Object value) {
        try {
            return of(status, "application/json", JSON.writeValueAsString(value));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    public static Answer html(String html) {
        return of(200, "text/html;charset=UTF-8", html);
    }

    /** 301, 302, 303, 307 or 308. */
    public static Answer redirect(int status, String location) {
        return status(status).with("Location", location);
    }

    /** 200 JSON of that many bytes: one string member, well-formed. */
    public static Answer huge(int bytes) {
        return json("{\"x\":\"" + "a".repeat(bytes - 8) + "\"}");
    }

    /** Says nothing at all for that long. */
    public static Answer silence(Duration length) {
        return status(200).after(length);
    }

    public Answer with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Answer(status, more, body, announced, before, perByte);
    }

    public Answer after(Duration silence) {
        return new Answer(status, headers, body, announced, silence, perByte);
    }

    /** The same, byte by byte, in chunks. */
    public Answer trickling(Duration pause) {
        return new Answer(status, headers, body, CHUNKED, before, pause);
    }

    /** Announces the whole body, sends that many bytes and hangs up. */
    public Answer cutAfter(int bytes) {
        return new Answer(status, headers, Arrays.copyOf(body, bytes), body.length, before, perByte);
    }

    public Answer gzipped() {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Answer(status, headers, packed.toByteArray(), announced, before, perByte).with("Content-Encoding", "gzip");
    }
}
