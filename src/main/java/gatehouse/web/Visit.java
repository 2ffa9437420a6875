package gatehouse.web;

import java.util.Locale;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;

/**
 * What the filters found out about one request, for everybody after them.
 *
 * @param theme {@code light} or {@code dark} as chosen here before; empty: as the device
 * @param csrf  the token that this browser's forms must carry; empty before the browser is known
 * @param flow  the browser's own handle, kept in a cookie; attempts are bound to it
 */
public record Visit(Address address, Locale locale, String theme, String csrf, String flow, Optional<Me> me) {

    /** Who is signed in, as far as pages show it. */
    public record Me(long id, String username, boolean admin) {
    }

    private static final String ATTRIBUTE = Visit.class.getName();

    public static Visit of(HttpServletRequest request) {
        return (Visit) request.getAttribute(ATTRIBUTE);
    }

    public void keep(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }
}
