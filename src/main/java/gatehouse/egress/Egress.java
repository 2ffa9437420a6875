package gatehouse.egress;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import gatehouse.connection.Route;
import gatehouse.egress.NoAnswer.Reason;
import gatehouse.web.Refusal;

/**
 * Which addresses may be asked. Mode {@code private} lets providers live in the house and on this machine; mode {@code public}
 * only those that the operator lists. Link-local, metadata, multicast and unspecified addresses are refused in both.
 */
public final class Egress {

    /** How names become addresses; all of them count. */
    interface Resolver {
        InetAddress[] resolve(String host) throws UnknownHostException;
    }

    private static final List<String> HOME = List.of(".local", ".internal", ".lan", ".home.arpa");

    private final boolean internalAllowed;
    private final HostList allowed;
    private final OutgoingProxy proxy;
    private final boolean ownProxy;
    private final Resolver resolver;

    /**
     * @param mode    {@code private} or {@code public} (GATEHOUSE_EGRESS)
     * @param allow   comma list of host names, addresses and blocks that mode {@code public} lets through as well
     * @param proxy   {@code http://host:port}, or empty (GATEHOUSE_HTTP_PROXY)
     * @param noProxy comma list of what is asked directly (GATEHOUSE_NO_PROXY)
     * @throws IllegalArgumentException when one of them cannot be read; the message names it
     */
    public Egress(String mode, String allow, String proxy, String noProxy) {
        this(mode, allow, proxy, noProxy, InetAddress::getAllByName);
    }

    Egress(String mode, String allow, String proxy, String noProxy, Resolver resolver) {
        if (!List.of("private", "public").contains(mode)) throw new IllegalArgumentException("GATEHOUSE_EGRESS is private or public");
        this.internalAllowed = mode.equals("private");
        this.allowed = new HostList(allow);
        this.proxy = new OutgoingProxy(proxy, noProxy);
        this.ownProxy = false;
        this.resolver = resolver;
    }

    private Egress(Egress house, OutgoingProxy proxy, boolean own) {
        this.internalAllowed = house.internalAllowed;
        this.allowed = house.allowed;
        this.proxy = proxy;
        this.ownProxy = own;
        this.resolver = house.resolver;
    }

    /** The same rules for one provider's way. GATEHOUSE_NO_PROXY is about the operator's proxy, not about the provider's. */
    Egress along(Route route) {
        if (route.proxy().isEmpty()) return this;
        return new Egress(this, new OutgoingProxy(route.ownProxy() ? route.proxy() : "", ""), route.ownProxy());
    }

    /** Why this address may not be saved, judged by its text alone: no name is looked up. */
    public Optional<Refusal> refuses(URI uri) {
        if (!wellFormed(uri)) return Optional.of(Refusal.invalid("exchange.address.malformed"));
        String host = uri.getHost();
        if (Hosts.disguised(host)) return Optional.of(Refusal.invalid("exchange.address.disguised"));
        Neighbourhood home = Hosts.literal(host).map(Neighbourhood::of)
                .orElse(Hosts.loopbackName(host) ? Neighbourhood.INTERNAL : Neighbourhood.PUBLIC);
        boolean listed = allowed.names(host) || Hosts.literal(host).filter(allowed::covers).isPresent();
        return permits(home, listed) ? Optional.empty() : Optional.of(Refusal.invalid(key(home), host));
    }

    /** Whether what is sent there can be read on the way: plain http to somewhere outside the house, as far as the text alone tells. */
    public static boolean exposed(URI address) {
        String host = Hosts.canonical(address.getHost());
        if (!"http".equalsIgnoreCase(address.getScheme()) || Hosts.loopbackName(host)) return false;
        return Hosts.literal(host).map(literal -> Neighbourhood.of(literal) == Neighbourhood.PUBLIC)
                .orElse(host.contains(".") && HOME.stream().noneMatch(host::endsWith));
    }

    /** Looks the name up and refuses when any of its addresses is not allowed; through a proxy the text alone is judged, and the provider's own proxy. */
    void check(URI uri) {
        if (refuses(uri).isPresent()) throw new NoAnswer(Reason.ADDRESS_REFUSED, "address");
        if (ownProxy || !proxy.carries(uri)) reached(uri);
    }

    /**
     * Where a connection to this address really goes: all addresses of its host, or of the proxy that carries it.
     *
     * @throws NoAnswer when the name is unknown, or any of them is not allowed; the operator's own proxy always is
     */
    List<InetAddress> reached(URI uri) {
        if (refuses(uri).isPresent()) throw new NoAnswer(Reason.ADDRESS_REFUSED, "address");
        String host = carrier(uri).map(InetSocketAddress::getHostString).orElse(uri.getHost());
        List<InetAddress> all = addresses(host).toList();
        boolean trusted = carrier(uri).isPresent() && !ownProxy;
        boolean named = allowed.names(host);
        boolean fine = trusted || all.stream().allMatch(address -> permits(Neighbourhood.of(address), named || allowed.covers(address)));
        if (!fine) throw new NoAnswer(Reason.ADDRESS_REFUSED, "resolved address");
        return all;
    }

    /** The proxy that carries it; its name is not looked up yet. */
    Optional<InetSocketAddress> carrier(URI uri) {
        return proxy.carries(uri) ? Optional.of(proxy.address()) : Optional.empty();
    }

    /** Whether it leads, or may lead, into the house; through a proxy the text alone is judged. */
    boolean internal(URI uri) {
        String host = uri.getHost();
        if (Hosts.disguised(host) || Hosts.loopbackName(host)) return true;
        if (proxy.carries(uri) && Hosts.literal(host).isEmpty()) return false;
        return addresses(host).anyMatch(address -> Neighbourhood.of(address) != Neighbourhood.PUBLIC);
    }

    /** @throws NoAnswer when the text is no http or https address */
    public static URI uri(String text) {
        try {
            URI uri = new URI(text);
            if (!wellFormed(uri)) throw new NoAnswer(Reason.ADDRESS_REFUSED, "malformed");
            return uri;
        } catch (URISyntaxException malformed) {
            throw new NoAnswer(Reason.ADDRESS_REFUSED, "malformed");
        }
    }

    ProxySelector proxies() {
        return proxy;
    }

    private boolean permits(Neighbourhood home, boolean listed) {
        return switch (home) {
            case FORBIDDEN -> false;
            case PUBLIC -> true;
            case INTERNAL -> internalAllowed || listed;
        };
    }

    private Stream<InetAddress> addresses(String host) {
        try {
            return Stream.of(resolver.resolve(host));
        } catch (UnknownHostException unknown) {
            throw new NoAnswer(Reason.UNREACHABLE, "name");
        }
    }

    private static boolean wellFormed(URI uri) {
        boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
        return web && uri.getHost() != null && uri.getRawUserInfo() == null && uri.getPort() != 0 && uri.getPort() <= 65535;
    }

    private static String key(Neighbourhood home) {
        return home == Neighbourhood.INTERNAL ? "exchange.address.internal" : "exchange.address.forbidden";
    }
}
