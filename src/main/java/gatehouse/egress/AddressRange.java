package gatehouse.egress;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A block of addresses, {@code 10.0.0.0/8} or {@code fc00::/7}; a lone address is a block of one. Never asks a name server. */
record AddressRange(byte[] network, int bits) {

    /** @return empty when the text is neither an address nor a block */
    static Optional<AddressRange> parse(String text) {
        String[] parts = text.split("/", 2);
        Optional<InetAddress> address = Hosts.literal(parts[0]);
        if (address.isEmpty()) return Optional.empty();
        byte[] bytes = address.get().getAddress();
        int bits = parts.length == 1 ? bytes.length * 8 : number(parts[1]);
        return bits < 0 || bits > bytes.length * 8 ? Optional.empty() : Optional.of(new AddressRange(bytes, bits));
    }

    static List<AddressRange> all(String... texts) {
        return Stream.of(texts).map(text -> parse(text).orElseThrow()).toList();
    }

    boolean contains(InetAddress address) {
        byte[] other = address.getAddress();
        if (other.length != network.length) return false;
        int whole = bits / 8;
        if (!Arrays.equals(network, 0, whole, other, 0, whole)) return false;
        int mask = 0xff00 >> bits % 8 & 0xff;
        return mask == 0 || (network[whole] & mask) == (other[whole] & mask);
    }

    static InetAddress address(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static int number(String text) {
        return text.matches("[0-9]{1,3}") ? Integer.parseInt(text) : -1;
    }
}
