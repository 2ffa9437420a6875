package gatehouse.it.guard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Any method and any header lines to a loopback address, from another; what a proxy or a client of WebDAV would send. */
final class Raw {

    /** The address that the server under test trusts as a proxy (pom.xml); nothing else comes from there. */
    static final String PROXY = "127.0.0.2";
    private static final int SILENCE_MILLIS = 20_000;

    /** An answer: its status, its header lines and its body, as ISO-8859-1. */
    record Answer(int status, List<String> lines, String body) {

        Optional<String> header(String name) {
            return all(name).stream().findFirst();
        }

        List<String> all(String name) {
            String start = name.toLowerCase(java.util.Locale.ROOT) + ":";
            return lines.stream().filter(line -> line.toLowerCase(java.util.Locale.ROOT).startsWith(start)).map(line -> line.substring(start.length()).strip()).toList();
        }
    }

    private Raw() {
    }

    /** @param lines whole header lines; Host is added when none of them is */
    static Answer send(String from, String to, int port, String method, String target, List<String> lines, String body) {
        StringBuilder request = new StringBuilder(method + " " + target + " HTTP/1.1\r\n");
        if (lines.stream().noneMatch(line -> line.startsWith("Host:"))) request.append("Host: ").append(to).append(':').append(port).append("\r\n");
        lines.forEach(line -> request.append(line).append("\r\n"));
        if (!body.isEmpty()) request.append("Content-Length: ").append(body.length()).append("\r\n");
        return say(from, to, port, request.append("Connection: close\r\n\r\n").append(body).toString());
    }

    /** Whatever it is, byte by byte; fails unless the other side ends the connection. */
    static Answer say(String from, String to, int port, String text) {
        try (Socket socket = new Socket()) {
            socket.bind(new InetSocketAddress(InetAddress.getByName(from), 0));
            socket.connect(new InetSocketAddress(InetAddress.getByName(to), port), SILENCE_MILLIS);
            socket.setSoTimeout(SILENCE_MILLIS);
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            return read(new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(text.lines().findFirst().orElse("") + " to " + to + ":" + port, e);
        }
    }

    private static Answer read(String text) {
        int end = text.indexOf("\r\n\r\n");
        if (!text.startsWith("HTTP/1.") || end < 0) return new Answer(0, List.of(), text);
        List<String> head = List.of(text.substring(0, end).split("\r\n"));
        return new Answer(Integer.parseInt(head.get(0).substring(9, 12)), head.subList(1, head.size()), text.substring(end + 4));
    }
}
