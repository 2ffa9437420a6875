package gatehouse.it.guard;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A service that talks: whoever asks for WebSocket gets 101 (RFC 6455), hears who they are and is hung up on; everybody else gets 200. */
final class Switchboard implements AutoCloseable {

    private final ServerSocket door;

    private Switchboard(ServerSocket door) {
        this.door = door;
    }

    static Switchboard open() {
        try {
            Switchboard board = new Switchboard(new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1")));
            Thread thread = new Thread(board::listen);
            thread.setDaemon(true);
            thread.start();
            return board;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String address() {
        return "http://127.0.0.1:" + door.getLocalPort();
    }

    private void listen() {
        while (!door.isClosed()) {
            try (Socket caller = door.accept()) {
                caller.getOutputStream().write(answer(heard(caller)).getBytes(StandardCharsets.US_ASCII));
            } catch (IOException hungUp) {
                if (door.isClosed()) return;
            }
        }
    }

    private static Map<String, String> heard(Socket caller) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.US_ASCII));
        Map<String, String> headers = new TreeMap<>();
        for (String line = lines.readLine(); line != null && !line.isEmpty(); line = lines.readLine()) {
            int colon = line.indexOf(':');
            if (colon > 0) headers.put(line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
        }
        return headers;
    }

    private static String answer(Map<String, String> headers) {
        if (!headers.containsKey("upgrade")) return "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
        return "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n" + headers.get("remote-user");
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
