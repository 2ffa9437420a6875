package gatehouse.egress;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Where an address lives (RFC 6890 and the metadata services of the large clouds). */
enum Neighbourhood {
    /** nobody's provider: link-local, metadata, multicast, unspecified, reserved */
    FORBIDDEN,
    /** this machine or this house: loopback, private, shared and documentation addresses */
    INTERNAL,
    PUBLIC;

    private static final List<AddressRange> NOWHERE = AddressRange.all("0.0.0.0/8", "169.254.0.0/16", "224.0.0.0/4", "240.0.0.0/4",
            "100.100.100.200", "168.63.129.16", "192.0.0.192", "::", "fe80::/10", "ff00::/8", "fd00:ec2::254", "fd20:ce::254");
    private static final List<AddressRange> HERE = AddressRange.all("127.0.0.0/8", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16",
            "100.64.0.0/10", "192.0.0.0/24", "192.0.2.0/24", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "::1", "fc00::/7",
            "fec0::/10", "64:ff9b:1::/48", "100::/64", "2001::/32", "2001:db8::/32");
    private static final List<AddressRange> FOUR_AT_THE_END = AddressRange.all("::/96", "64:ff9b::/96", "::ffff:0:0:0/96");
    private static final AddressRange SIX_TO_FOUR = AddressRange.parse("2002::/16").orElseThrow();

    static Neighbourhood of(InetAddress address) {
        if (within(NOWHERE, address)) return FORBIDDEN;
        if (within(HERE, address)) return INTERNAL;
        return embedded(address).map(Neighbourhood::of).orElse(PUBLIC);
    }

    /** The IPv4 address a gateway would make of it; Java itself unwraps {@code ::ffff:a.b.c.d}. */
    private static Optional<InetAddress> embedded(InetAddress address) {
        if (!(address instanceof Inet6Address)) return Optional.empty();
        byte[] bytes = address.getAddress();
        if (SIX_TO_FOUR.contains(address)) return Optional.of(AddressRange.address(Arrays.copyOfRange(bytes, 2, 6)));
        if (within(FOUR_AT_THE_END, address)) return Optional.of(AddressRange.address(Arrays.copyOfRange(bytes, 12, 16)));
        return Optional.empty();
    }

    private static boolean within(List<AddressRange> ranges, InetAddress address) {
        return ranges.stream().anyMatch(range -> range.contains(address));
    }
}
