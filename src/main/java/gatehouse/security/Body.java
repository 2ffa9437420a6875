package gatehouse.security;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

import gatehouse.web.Refusal;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

/** A request whose body, at most 1 MiB unless more is allowed, can be read twice: once for the form token, once by whoever answers. */
final class Body extends HttpServletRequestWrapper {

    static final int LONGEST = 1 << 20;
    private int longest = LONGEST;
    private byte[] content;

    Body(HttpServletRequest request) {
        super(request);
    }

    /** For one address and one caller who may send more. @param bytes the most from now on */
    void allow(int bytes) {
        longest = bytes;
    }

    /** @throws Refusal 413 when it is longer, 415 when it is compressed */
    byte[] content() throws IOException {
        if (content != null) return content;
        if (getHeader("Content-Encoding") != null) throw new Refusal(415, "refused.bad-request");
        if (getContentLengthLong() > longest) throw new Refusal(413, "refused.too-large");
        byte[] read = super.getInputStream().readNBytes(longest + 1);
        if (read.length > longest) throw new Refusal(413, "refused.too-large");
        content = read;
        return content;
    }

    /** None for frameworks, which need none: Undertow throws at what a neighbour's cookies may hold, and keeps one of two by the same name. */
    @Override
    public Cookie[] getCookies() {
        return null;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        return new Replay(new ByteArrayInputStream(content()));
    }

    @Override
    public BufferedReader getReader() throws IOException {
        return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }

    private static final class Replay extends ServletInputStream {

        private final ByteArrayInputStream bytes;

        Replay(ByteArrayInputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] into, int from, int length) {
            return bytes.read(into, from, length);
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException("bodies are read at once");
        }
    }
}
