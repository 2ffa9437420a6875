package gatehouse.web;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The peers whose X-Forwarded-* are believed: addresses and CIDR blocks, separated by commas. Empty by default: nobody. */
final class TrustedProxies {

    private record Block(byte[] address, int bits) {

        boolean holds(byte[] peer) {
            if (peer.length != address.length) return false;
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % 8);
                if ((peer[bit / 8] & mask) != (address[bit / 8] & mask)) return false;
            }
            return true;
        }
    }

    private record Judged(String peer, boolean trusted) {
    }

    private final List<Block> blocks = new ArrayList<>();
    /** A proxy asks again and again. */
    private volatile Judged last = new Judged("", false);

    /** @throws IllegalArgumentException naming the setting, when a part is no address or block */
    public TrustedProxies(String typed) {
        Arrays.stream(typed.split(",")).map(String::strip).filter(part -> !part.isEmpty()).map(TrustedProxies::block).forEach(blocks::add);
    }

    private static Block block(String part) {
        String[] halves = part.split("/", 2);
        byte[] address = literal(halves[0]);
        try {
            int bits = halves.length == 1 ? address.length * 8 : Integer.parseInt(halves[1]);
            if (bits >= 0 && bits <= address.length * 8) return new Block(address, bits);
        } catch (NumberFormatException notANumber) {
            throw malformed();
        }
        throw malformed();
    }

    private static byte[] literal(String text) {
        return AddressLiteral.read(text).map(InetAddress::getAddress).orElseThrow(TrustedProxies::malformed);
    }

    private static IllegalArgumentException malformed() {
        return new IllegalArgumentException("GATEHOUSE_TRUSTED_PROXIES takes addresses and blocks such as 10.0.0.1, 10.1.0.0/16, separated by commas");
    }

    /** @param peer the address of the connection, as the container names it */
    public boolean trusts(String peer) {
        if (blocks.isEmpty()) return false;
        Judged known = last;
        if (known.peer.equals(peer)) return known.trusted;
        byte[] address = literal(peer.contains("%") ? peer.substring(0, peer.indexOf('%')) : peer);
        boolean trusted = blocks.stream().anyMatch(block -> block.holds(address));
        last = new Judged(peer, trusted);
        return trusted;
    }
}
