package gatehouse.it;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** Raw bytes to a loopback port and back, for what no HTTP client would send. */
public record Wire(int port) {

    private static final int SILENCE_MILLIS = 10_000;

    /** Sends ISO-8859-1 text as it is and returns all that comes back until the server closes, or is silent for ten seconds. */
    public String send(String bytes) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(SILENCE_MILLIS);
            socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return readAll(socket.getInputStream());
        } catch (IOException e) {
            throw new Unreachable("raw request to port " + port, e);
        }
    }

    /** A GET of that raw target with `Host: localhost:port`, these further header lines, and Connection: close. */
    public String get(String target, String... headerLines) {
        String more = headerLines.length == 0 ? "" : String.join("\r\n", headerLines) + "\r\n";
        return send("GET " + target + " HTTP/1.1\r\nHost: localhost:" + port + "\r\n" + more + "Connection: close\r\n\r\n");
    }

    /** The status of a raw answer; 0 when the server closed without one. */
    public static int status(String answer) {
        return answer.startsWith("HTTP/1.") ? Integer.parseInt(answer.substring(9, 12)) : 0;
    }

    private static String readAll(InputStream in) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try {
            in.transferTo(all);
        } catch (SocketTimeoutException silent) {
            all.flush();
        }
        return all.toString(StandardCharsets.ISO_8859_1);
    }
}
