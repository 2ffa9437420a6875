package gatehouse.egress;

import java.net.InetAddress;
import java.util.HashSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A comma list of host names, names with a leading dot (all below), addresses and blocks of addresses. */
final class HostList {

    private final Set<String> names = new HashSet<>();
    private final List<AddressRange> ranges = new ArrayList<>();

    /** @throws IllegalArgumentException when an entry is none of these */
    HostList(String text) {
        for (String entry : text.split(",")) {
            if (!entry.isBlank()) add(entry.strip());
        }
    }

    boolean names(String host) {
        String name = Hosts.canonical(host);
        return names.contains("*") || names.contains(name)
                || names.stream().anyMatch(entry -> entry.startsWith(".") && name.endsWith(entry));
    }

    boolean covers(InetAddress address) {
        return names.contains("*") || ranges.stream().anyMatch(range -> range.contains(address));
    }

    private void add(String entry) {
        AddressRange.parse(entry).ifPresentOrElse(ranges::add, () -> names.add(name(entry)));
    }

    private static String name(String entry) {
        if (!entry.matches("\\*|(\\*?\\.)?[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*\\.?")) {
            throw new IllegalArgumentException("not a host name, an address or a block of addresses: " + entry);
        }
        return entry.equals("*") ? entry : Hosts.canonical(entry.replace("*.", "."));
    }
}
