package gatehouse.it.guard;

import gatehouse.it.House;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The line from a proxy to the house, byte by byte. It comes out at the address that the house trusts, and can be cut. */
final class Relay implements AutoCloseable {

    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final int port = Proxy.freePort();
    private volatile String instead = "";
    private ServerSocket door;

    static Relay open() {
        Relay relay = new Relay();
        relay.mend();
        return relay;
    }

    /** The house's address, as a proxy of this line finds it. */
    String through(String configuration) {
        return configuration.replace("http://127.0.0.1:" + House.port(), "http://127.0.0.1:" + port);
    }

    /** Nobody listens any more, and what is under way is lost. */
    void cut() {
        close(door);
        sockets.forEach(Relay::close);
        sockets.clear();
    }

    void mend() {
        try {
            door = new ServerSocket(port, 100, LOOPBACK);
            ServerSocket mine = door;
            threads.execute(() -> listen(mine));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** From now on everybody gets this answer, word for word; "" ends that. */
    void answers(String words) {
        cut();
        instead = words;
        mend();
    }

    private void listen(ServerSocket mine) {
        while (!mine.isClosed()) {
            try {
                serve(mine.accept());
            } catch (IOException cut) {
                sockets.removeIf(Socket::isClosed);
            }
        }
    }

    private void serve(Socket near) throws IOException {
        sockets.add(near);
        if (instead.isEmpty()) {
            Socket far = new Socket();
            sockets.add(far);
            far.bind(new InetSocketAddress(Raw.PROXY, 0));
            far.connect(new InetSocketAddress(LOOPBACK, House.port()));
            threads.execute(() -> pump(near, far));
            threads.execute(() -> pump(far, near));
        } else threads.execute(() -> refuse(near));
    }

    private static void pump(Socket from, Socket to) {
        try (from; to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException cut) {
            close(to);
        }
    }

    private void refuse(Socket near) {
        try (near) {
            near.getInputStream().read(new byte[65_536]);
            near.getOutputStream().write(instead.getBytes(StandardCharsets.ISO_8859_1));
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
        cut();
        threads.shutdownNow();
    }
}
