package gatehouse.exchange;

import java.net.URI;
import java.util.Optional;

import gatehouse.connection.Connection;
import gatehouse.connection.Outside;
import gatehouse.egress.Egress;
import gatehouse.web.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Looks at a provider before it is saved, by the same rules and the same way out as a trip. */
@ApplicationScoped
class Scout implements Outside {

    @Inject
    Egress egress;
    @Inject
    Exchange exchange;

    @Override
    public Optional<Refusal> refuses(URI address) {
        return egress.refuses(address);
    }

    @Override
    public void discover(Connection connection) {
        try {
            exchange.discover(connection);
        } catch (ExchangeFailed failed) {
            throw Refusal.invalid(mend(failed));
        }
    }

    /** The message that says why a discovery failed. */
    static String mend(ExchangeFailed failed) {
        return switch (failed.reason()) {
            case UNREACHABLE -> unreached(failed.detail());
            case TOO_SLOW -> "provider.discovery.slow";
            case ADDRESS_REFUSED -> "provider.discovery.forbidden";
            default -> key(failed.detail());
        };
    }

    private static String unreached(String detail) {
        return switch (detail) {
            case "tls" -> "provider.discovery.certificate";
            case "proxy" -> "provider.discovery.proxy";
            default -> "provider.discovery.unreachable";
        };
    }

    private static String key(String detail) {
        return switch (detail) {
            case "metadata: issuer" -> "provider.discovery.issuer";
            case "metadata: weaker address" -> "provider.discovery.weaker";
            case "metadata: client authentication" -> "provider.discovery.authentication";
            case "metadata: code challenge" -> "provider.discovery.pkce";
            case "metadata: status", "metadata: json", "redirect" -> "provider.discovery.missing";
            default -> "provider.discovery.incomplete";
        };
    }

    @Override
    public boolean exposed(URI address) {
        return Egress.exposed(address);
    }

    @Override
    public byte[] fetch(URI address, int longest) {
        try {
            return exchange.fetch(address, longest);
        } catch (ExchangeFailed failed) {
            throw unfetched(failed);
        }
    }

    private static Refusal unfetched(ExchangeFailed failed) {
        return switch (failed.reason()) {
            case UNREACHABLE -> Refusal.invalid("provider.fetch.unreachable");
            case TOO_SLOW -> Refusal.invalid("provider.fetch.slow");
            case ADDRESS_REFUSED -> Refusal.invalid("provider.fetch.forbidden");
            default -> failed.detail().equals("size") ? new Refusal(413, "provider.icon.too-large")
                    : Refusal.invalid(failed.detail().equals("redirect") ? "provider.fetch.redirect" : "provider.fetch.missing");
        };
    }
}
