package gatehouse.egress;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import javax.net.ssl.SSLSession;

import gatehouse.check.Mark;
import gatehouse.check.Remark;

/** Connects to a server, by its proxy where it has one, and for https looks at its certificate. What is open but speaks no TLS counts as nobody there. */
record Dial(Leg.Gear gear, URI address) {

    private static final String STEP = "connection";

    List<Remark> talk(Line line, List<InetAddress> there) {
        long start = System.nanoTime();
        if (!line.open(there, gear.egress().carrier(address).map(InetSocketAddress::getPort).orElse(port(address)))) return List.of(nobody(gear, address));
        Remark open = new Remark(Mark.GOOD, STEP, "check.connection", Duration.ofNanos(System.nanoTime() - start).toMillis());
        if (!secure(address)) return List.of(open);
        try {
            Optional<Remark> refused = led(line);
            return refused.isPresent() ? List.of(refused.get()) : List.of(open, shaken(line));
        } catch (IOException | GeneralSecurityException noTls) {
            return List.of(nobody(gear, address));
        }
    }

    /** The same for a port that is closed, silent, or no web server's. */
    static Remark nobody(Leg.Gear gear, URI address) {
        return gear.proxy(address).map(proxy -> new Remark(Mark.BAD, STEP, "check.proxy.nobody", proxy, place(address)))
                .orElseGet(() -> new Remark(Mark.BAD, STEP, "check.nobody", place(address)));
    }

    /** What a proxy says that does not lead on. */
    private Optional<Remark> led(Line line) throws IOException {
        Optional<String> proxy = gear.proxy(address);
        if (proxy.isEmpty()) return Optional.empty();
        int status = line.through(address.getHost(), port(address));
        if (status / 100 == 2) return Optional.empty();
        if (status == 407) return Optional.of(new Remark(Mark.BAD, STEP, "check.proxy.password", proxy.get()));
        return Optional.of(new Remark(Mark.BAD, STEP, "check.proxy.refuses", proxy.get(), place(address), Integer.toString(status)));
    }

    private Remark shaken(Line line) throws IOException, GeneralSecurityException {
        List<X509Certificate> seen = new ArrayList<>();
        Trust trust = new Trust(gear.outgoing().route(), seen::addAll);
        String host = address.getHost().replaceAll("[\\[\\]]", "");
        try {
            SSLSession session = line.secured(trust, host, port(address));
            return new CertificateRemark(List.copyOf(seen), gear.clock()).good(session.getProtocol());
        } catch (IOException refused) {
            if (seen.isEmpty()) throw refused;
            return new CertificateRemark(List.copyOf(seen), gear.clock()).bad(trust, host);
        }
    }

    private static String place(URI address) {
        return address.getHost() + ":" + port(address);
    }

    private static boolean secure(URI address) {
        return "https".equalsIgnoreCase(address.getScheme());
    }

    private static int port(URI address) {
        return address.getPort() > 0 ? address.getPort() : secure(address) ? 443 : 80;
    }
}
