package gatehouse.egress;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** A provider that misbehaves byte by byte: reads the request's head, then lets the test write what it likes. */
public final class RawProvider implements AutoCloseable {

    /** What is said to one client. */
    public interface Talk {
        void talk(Socket socket) throws IOException, InterruptedException;
    }

    public final AtomicInteger connections = new AtomicInteger();
    private final ServerSocket listening;

    public RawProvider(Talk talk) throws IOException {
        listening = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        start(() -> {
            while (!listening.isClosed()) {
                Socket socket = listening.accept();
                connections.incrementAndGet();
                start(() -> serve(socket, talk));
            }
        });
    }

    public static RawProvider saying(String answer) throws IOException {
        return new RawProvider(socket -> {
            readHead(socket);
            socket.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
        });
    }

    static void readHead(Socket socket) throws IOException {
        int newlines = 0;
        for (int c = socket.getInputStream().read(); c >= 0 && newlines < 2; c = newlines < 2 ? socket.getInputStream().read() : c) {
            newlines = c == '\n' ? newlines + 1 : c == '\r' ? newlines : 0;
        }
    }

    public String url(String path) {
        return "http://127.0.0.1:" + listening.getLocalPort() + path;
    }

    int port() {
        return listening.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }

    private static void serve(Socket socket, Talk talk) throws IOException, InterruptedException {
        try (socket) {
            talk.talk(socket);
        }
    }

    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    private static void start(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException | InterruptedException over) {
                Thread.currentThread().interrupt();
            }
        });
        thread.setDaemon(true);
        thread.start();
    }
}
