package gatehouse.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

import gatehouse.config.Config;
import gatehouse.web.Address.Place;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;

/** Where we are: which address a request came by, and which one people use. Headers of a proxy count only from trusted peers. */
@ApplicationScoped
public class Site {

    private static final List<String> FORWARDED = List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto");

    @Inject
    Config config;
    @Inject
    StoredAddress stored;
    private TrustedProxies proxies;

    @PostConstruct
    void open() {
        proxies = new TrustedProxies(config.text("gatehouse.trusted.proxies", ""));
    }

    /** GATEHOUSE_PUBLIC_URL, or the address an administrator confirmed. @throws Refusal when the setting is malformed */
    public Optional<PublicUrl> publicUrl() {
        return config.find("gatehouse.public.url").map(PublicUrl::new).or(() -> stored.publicUrl());
    }

    /** Whether GATEHOUSE_PUBLIC_URL is set, so that what is stored counts for nothing. */
    public boolean fixed() {
        return config.find("gatehouse.public.url").isPresent();
    }

    /** @throws Refusal 400 when the Host header is missing, doubled or malformed */
    public Address of(HttpServletRequest request) {
        boolean trusted = trusts(request);
        HostName host = host(request, trusted);
        Optional<PublicUrl> known = publicUrl();
        if (known.filter(url -> url.serves(host)).isPresent()) return new Address(known.get().value(), Place.PUBLIC);
        String base = host.at(scheme(request, trusted));
        boolean home = host.loopback() && fromLoopback(request) && !forwarded(request);
        if (!home) return new Address(base, known.isPresent() ? Place.FOREIGN : Place.UNKNOWN);
        return new Address(base, known.isPresent() ? Place.LOOPBACK : Place.PUBLIC);
    }

    /** Whether the connection comes from a proxy that GATEHOUSE_TRUSTED_PROXIES names. */
    public boolean trusts(HttpServletRequest request) {
        return proxies.trusts(request.getRemoteAddr());
    }

    /** How a request really came, to be held against what is set. */
    public Arrival arrival(HttpServletRequest request) {
        boolean trusted = trusts(request);
        String scheme = scheme(request, trusted);
        return new Arrival(host(request, trusted).at(scheme), request.getRemoteAddr(), forwarded(request), trusted, scheme, publicUrl(), fixed());
    }

    /** The network address a request came from, as far as trusted proxies tell it; at most 45 characters, empty when unknown. */
    public String client(HttpServletRequest request) {
        return ClientAddress.of(request, proxies);
    }

    /** @throws Refusal 400 when the Host header is missing, doubled or malformed */
    public static void checkHost(HttpServletRequest request) {
        host(request, false);
    }

    private static HostName host(HttpServletRequest request, boolean trusted) {
        String forwarded = trusted ? request.getHeader("X-Forwarded-Host") : null;
        List<String> hosts = Collections.list(request.getHeaders("Host"));
        if (hosts.size() != 1) throw malformed();
        return HostName.of(forwarded == null ? hosts.get(0) : forwarded).orElseThrow(Site::malformed);
    }

    private static String scheme(HttpServletRequest request, boolean trusted) {
        String forwarded = trusted ? request.getHeader("X-Forwarded-Proto") : null;
        return "https".equals(forwarded) || forwarded == null && request.isSecure() ? "https" : "http";
    }

    private static boolean forwarded(HttpServletRequest request) {
        return FORWARDED.stream().anyMatch(name -> request.getHeader(name) != null);
    }

    private static boolean fromLoopback(HttpServletRequest request) {
        try {
            return InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static Refusal malformed() {
        return new Refusal(400, "refused.bad-request");
    }
}
