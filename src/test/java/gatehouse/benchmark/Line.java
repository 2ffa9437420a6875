package gatehouse.benchmark;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Locale;

/**
 * One connection that is kept as long as the server likes, and no more around it than it needs: both share the processors, and the driver should
 * leave them to the server.
 */
final class Line implements AutoCloseable {

    private static final int LONGEST_HEAD = 16_384;

    private final int port;
    private final byte[] head = new byte[LONGEST_HEAD];
    private Socket socket;
    private InputStream answers;

    Line(int port) throws IOException {
        this.port = port;
        open();
    }

    private void open() throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        answers = new BufferedInputStream(socket.getInputStream());
    }

    /** @param request whole, with its empty line @return the status; the body is read and forgotten. Its length must be said */
    int ask(byte[] request) throws IOException {
        socket.getOutputStream().write(request);
        String said = new String(head, 0, head(), ISO_8859_1).toLowerCase(Locale.ROOT);
        answers.skipNBytes(length(said));
        if (said.contains("\r\nconnection: close")) {
            socket.close();
            open();
        }
        return Integer.parseInt(said.substring(9, 12));
    }

    private int head() throws IOException {
        int length = 0;
        while (length < 4 || head[length - 1] != '\n' || head[length - 3] != '\n') {
            int next = answers.read();
            if (next < 0) throw new EOFException("the server hung up");
            head[length++] = (byte) next;
        }
        return length;
    }

    private static int length(String head) {
        int at = head.indexOf("\r\ncontent-length:");
        if (at < 0) throw new IllegalStateException("an answer without a length:\n" + head);
        return Integer.parseInt(head.substring(at + 17, head.indexOf('\r', at + 17)).strip());
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
