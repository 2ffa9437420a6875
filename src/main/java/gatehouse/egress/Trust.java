package gatehouse.egress;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

import gatehouse.connection.Authorities;
import gatehouse.connection.Route;

/**
 * Whom a provider's servers may be vouched for by: the authorities of the machine, and those of its route. Names are checked as always, and
 * dates also of a certificate that is trusted itself, which Java would let pass.
 */
final class Trust extends X509ExtendedTrustManager {

    private final X509ExtendedTrustManager authorities;
    private final Consumer<List<X509Certificate>> witness;

    /** @param witness is shown every certificate chain before it is judged */
    Trust(Route route, Consumer<List<X509Certificate>> witness) {
        try {
            this.authorities = trusting(Authorities.of(route.authorities()).all());
            this.witness = witness;
        } catch (GeneralSecurityException | IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** That of the machine itself where the route adds nobody. */
    static SSLContext context(Route route) {
        try {
            return route.authorities().isEmpty() ? SSLContext.getDefault() : new Trust(route, chain -> { }).context();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    SSLContext context() throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {this}, null);
        return context;
    }

    private static X509ExtendedTrustManager trusting(List<X509Certificate> more) throws GeneralSecurityException, IOException {
        X509ExtendedTrustManager machine = made(null);
        if (more.isEmpty()) return machine;
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        List<X509Certificate> all = new ArrayList<>(List.of(machine.getAcceptedIssuers()));
        all.addAll(more);
        for (X509Certificate one : all) store.setCertificateEntry(Integer.toString(store.size()), one);
        return made(store);
    }

    private static X509ExtendedTrustManager made(KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        for (TrustManager one : factory.getTrustManagers()) {
            if (one instanceof X509ExtendedTrustManager found) return found;
        }
        throw new GeneralSecurityException("no X.509 trust");
    }

    /** Whether somebody vouches for it, whatever its name. */
    boolean vouched(List<X509Certificate> chain) {
        try {
            authorities.checkServerTrusted(chain.toArray(X509Certificate[]::new), "UNKNOWN");
            return true;
        } catch (CertificateException nobody) {
            return false;
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        witness.accept(List.of(chain));
        authorities.checkServerTrusted(chain, type, socket);
        chain[0].checkValidity();
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        witness.accept(List.of(chain));
        authorities.checkServerTrusted(chain, type, engine);
        chain[0].checkValidity();
    }

    /** Without a connection there is no name to check, so nobody is trusted so. */
    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        throw new CertificateException("no connection");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        throw new CertificateException("no server");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        throw new CertificateException("no server");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        throw new CertificateException("no server");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return authorities.getAcceptedIssuers();
    }
}
