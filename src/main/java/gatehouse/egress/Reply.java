package gatehouse.egress;

import java.util.Locale;

/** An answer read whole: never a redirect, never compressed, never longer than the caller allowed. */
public record Reply(int status, String contentType, byte[] body) {

    /** Status 200, and no other. */
    public boolean ok() {
        return status == 200;
    }

    /** Whether its content type is this one, whatever parameters it has. */
    public boolean isA(String mediaType) {
        return contentType.toLowerCase(Locale.ROOT).split(";", 2)[0].strip().equals(mediaType);
    }

    @Override
    public String toString() {
        return "Reply[" + status + ", " + body.length + " bytes]";
    }
}
