package gatehouse.security;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;

/** Every header is written through here: a value with a line break, a control or a character outside Latin-1 is refused. */
final class SafeResponse extends HttpServletResponseWrapper {

    SafeResponse(HttpServletResponse response) {
        super(response);
    }

    private static String checked(String value) {
        for (int i = 0; value != null && i < value.length(); i++) {
            if (splits(value.charAt(i))) throw new IllegalArgumentException("a header value holds a character that would split or garble it");
        }
        return value;
    }

    private static boolean splits(char c) {
        return c < ' ' && c != '\t' || c == 0x7f || c > 0xff;
    }

    @Override
    public void setHeader(String name, String value) {
        super.setHeader(name, checked(value));
    }

    @Override
    public void addHeader(String name, String value) {
        super.addHeader(name, checked(value));
    }

    @Override
    public void sendRedirect(String location) {
        throw new UnsupportedOperationException("the container would make the address from the Host header");
    }
}
