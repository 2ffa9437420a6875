package gatehouse.web;

/**
 * By which address a request came: scheme and authority without a path, and what may be done there.
 *
 * @param base  such as {@code https://id.example.com} or {@code http://localhost:5244}; links and redirects start with it
 * @param place what we know of it
 */
public record Address(String base, Place place) {

    /**
     * PUBLIC: the one people use. LOOPBACK: this machine, while another public address is set. UNKNOWN: none is set, and
     * nobody has confirmed this one. FOREIGN: another one is set.
     */
    public enum Place { PUBLIC, LOOPBACK, UNKNOWN, FOREIGN }

    public boolean secure() {
        return base.startsWith("https:");
    }

    /** Name and port, without the scheme. */
    public String host() {
        return base.substring(base.indexOf("//") + 2);
    }

    /** Providers send people back here, so a trip may start here. */
    public boolean forTrips() {
        return place == Place.PUBLIC;
    }
}
