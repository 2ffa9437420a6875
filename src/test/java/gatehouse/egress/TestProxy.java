package gatehouse.egress;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An HTTP proxy on loopback that leads every CONNECT to one port of this machine, whatever name was asked for, and remembers the first lines. */
public final class TestProxy implements AutoCloseable {

    public final List<String> asked = new CopyOnWriteArrayList<>();
    private final ServerSocket listening = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
    private final int target;
    private final String refusal;

    private TestProxy(int target, String refusal) throws IOException {
        this.target = target;
        this.refusal = refusal;
        start(this::accept);
    }

    public static TestProxy to(int target) throws IOException {
        return new TestProxy(target, "");
    }

    /** @param status such as {@code 407 Proxy Authentication Required} */
    public static TestProxy refusing(String status) throws IOException {
        return new TestProxy(0, status);
    }

    public String address() {
        return "http://127.0.0.1:" + listening.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }

    private void accept() throws IOException {
        while (!listening.isClosed()) {
            Socket client = listening.accept();
            start(() -> serve(client));
        }
    }

    private void serve(Socket client) throws IOException {
        try (client) {
            String head = head(client.getInputStream());
            asked.add(head.split("\r\n", 2)[0]);
            if (!refusal.isEmpty()) say(client, "HTTP/1.1 " + refusal + "\r\nContent-Length: 0\r\n\r\n");
            else if (head.startsWith("CONNECT ")) lead(client);
            else say(client, "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}");
        }
    }

    private void lead(Socket client) throws IOException {
        try (Socket server = new Socket("127.0.0.1", target)) {
            say(client, "HTTP/1.1 200 Connection established\r\n\r\n");
            start(() -> server.getInputStream().transferTo(client.getOutputStream()));
            client.getInputStream().transferTo(server.getOutputStream());
        }
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        for (int c = in.read(); c >= 0; c = in.read()) {
            head.append((char) c);
            if (head.toString().endsWith("\r\n\r\n")) break;
        }
        return head.toString();
    }

    private static void say(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void start(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException over) {
                Thread.currentThread().interrupt();
            }
        });
        thread.setDaemon(true);
        thread.start();
    }
}
