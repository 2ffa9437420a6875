package gatehouse.egress;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;

/** The operator's outgoing HTTP proxy, that of one provider, or none; never that of the JVM. Its name is looked up for each connection. */
final class OutgoingProxy extends ProxySelector {

    private final Proxy proxy;
    private final HostList direct;

    OutgoingProxy(String address, String noProxy) {
        proxy = address.isBlank() ? Proxy.NO_PROXY : proxy(URI.create(address.strip()));
        direct = new HostList(noProxy);
    }

    boolean carries(URI uri) {
        String host = uri.getHost();
        return proxy != Proxy.NO_PROXY && !direct.names(host) && Hosts.literal(host).filter(direct::covers).isEmpty();
    }

    /** Where it is; asked only when it carries something. */
    InetSocketAddress address() {
        return (InetSocketAddress) proxy.address();
    }

    @Override
    public List<Proxy> select(URI uri) {
        return List.of(carries(uri) ? proxy : Proxy.NO_PROXY);
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException failure) {
        // the caller gets the same failure
    }

    private static Proxy proxy(URI uri) {
        if (!"http".equals(uri.getScheme()) || uri.getHost() == null || uri.getPort() < 1 || uri.getRawUserInfo() != null) {
            throw new IllegalArgumentException("GATEHOUSE_HTTP_PROXY looks like http://host:port");
        }
        return new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(uri.getHost(), uri.getPort()));
    }
}
