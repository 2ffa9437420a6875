package gatehouse.it.guard;

import gatehouse.it.House;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The line from a proxy to the house, byte by byte. It comes out at the address that the house trusts, and can be cut. */
final class Relay implements AutoCloseable {

    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final ServerSocket door;
    /** What everybody gets instead of the house; empty while the line holds. */
    private volatile Optional<String> instead = Optional.empty();

    private Relay(ServerSocket door) {
        this.door = door;
    }

    static Relay open() {
        try {
            Relay relay = new Relay(new ServerSocket(0, 100, LOOPBACK));
            relay.threads.execute(relay::listen);
            return relay;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The house's address, as a proxy of this line finds it. */
    String through(String configuration) {
        return configuration.replace("http://127.0.0.1:" + House.port(), "http://127.0.0.1:" + door.getLocalPort());
    }

    /** Whoever calls is hung up on, and what is under way is lost. */
    void cut() {
        answers("");
    }

    /** From now on everybody gets this answer, word for word. */
    void answers(String words) {
        instead = Optional.of(words);
        sockets.forEach(Relay::close);
        sockets.clear();
    }

    void mend() {
        instead = Optional.empty();
    }

    private void listen() {
        while (!door.isClosed()) {
            try {
                serve(door.accept());
            } catch (IOException closed) {
                sockets.removeIf(Socket::isClosed);
            }
        }
    }

    private void serve(Socket near) throws IOException {
        sockets.add(near);
        Optional<String> words = instead;
        if (words.isEmpty()) {
            Socket far = new Socket();
            sockets.add(far);
            far.bind(new InetSocketAddress(Raw.PROXY, 0));
            far.connect(new InetSocketAddress(LOOPBACK, House.port()));
            threads.execute(() -> pump(near, far));
            threads.execute(() -> pump(far, near));
        } else threads.execute(() -> refuse(near, words.get()));
    }

    private static void pump(Socket from, Socket to) {
        try (from; to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException cut) {
            close(to);
        }
    }

    private static void refuse(Socket near, String words) {
        try (near) {
            near.getInputStream().read(new byte[65_536]);
            near.getOutputStream().write(words.getBytes(StandardCharsets.ISO_8859_1));
        } catch (IOException gone) {
            close(near);
        }
    }

    private static void close(AutoCloseable one) {
        try {
            one.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        close(door);
        cut();
        threads.shutdownNow();
    }
}
