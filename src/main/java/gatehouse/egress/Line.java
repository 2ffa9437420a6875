package gatehouse.egress;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;

/**
 * A connection to one of several addresses, looked up and checked before; nothing but a CONNECT and a TLS handshake is ever said. Closing
 * ends whatever it waits for.
 */
final class Line implements AutoCloseable {

    private static final int PATIENCE = 2000;
    private static final int LONGEST_HEAD = 8 * 1024;
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([1-5][0-9]{2})[ \r].*", Pattern.DOTALL);
    private volatile Socket socket = new Socket();
    private volatile boolean closed;

    /** The first address that answers is taken. */
    boolean open(List<InetAddress> there, int port) {
        return there.stream().anyMatch(address -> opened(new InetSocketAddress(address, port)));
    }

    private boolean opened(InetSocketAddress address) {
        socket = new Socket();
        if (closed) return false;
        try {
            socket.setSoTimeout(PATIENCE);
            socket.connect(address, PATIENCE);
            return true;
        } catch (IOException nobody) {
            return false;
        }
    }

    /** Has a proxy lead on (RFC 9110 section 9.3.6). @return the status of its answer; 0 when that is none */
    int through(String host, int port) throws IOException {
        String to = host + ":" + port;
        socket.getOutputStream().write(("CONNECT " + to + " HTTP/1.1\r\nHost: " + to + "\r\nUser-Agent: Gatehouse\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        Matcher status = STATUS.matcher(head(socket.getInputStream()));
        return status.matches() ? Integer.parseInt(status.group(1)) : 0;
    }

    /** Byte by byte, so that nothing that comes after it is lost. */
    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        for (int c = in.read(); c >= 0 && head.length() < LONGEST_HEAD; c = in.read()) {
            head.append((char) c);
            if (head.length() >= 4 && head.indexOf("\r\n\r\n", head.length() - 4) >= 0) break;
        }
        return head.toString();
    }

    /** As every trip does: the certificate's name is checked. @param host without brackets */
    SSLSession secured(Trust trust, String host, int port) throws IOException, GeneralSecurityException {
        SSLSocket tls = (SSLSocket) trust.context().getSocketFactory().createSocket(socket, host, port, true);
        SSLParameters parameters = tls.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        tls.setSSLParameters(parameters);
        tls.startHandshake();
        return tls.getSession();
    }

    @Override
    public void close() {
        closed = true;
        try {
            socket.close();
        } catch (IOException gone) {
            return;
        }
    }
}
