package gatehouse.icon;

import java.util.Arrays;

import gatehouse.secret.Tokens;
import gatehouse.web.Refusal;

/** A picture that stands beside a provider's name, made anew from what was sent: a PNG of at most 192 × 192 pixels, or a drawing. */
public record Icon(String type, byte[] content) {

    public static final int LONGEST = 256 * 1024;

    /**
     * Tells the kind by the bytes alone; neither a name nor a declared type is asked.
     *
     * @throws Refusal 413 over 256 KB, 415 when it is no PNG, JPEG, GIF or SVG, 422 when it is one that cannot be shown safely
     */
    public static Icon of(byte[] sent) {
        if (sent.length > LONGEST) throw new Refusal(413, "provider.icon.too-large");
        if (Drawing.looksLike(sent)) return new Icon("image/svg+xml", Drawing.redrawn(sent));
        return new Icon("image/png", Raster.redrawn(sent));
    }

    /** 43 characters of base64url: another picture has another. */
    public String hash() {
        return Tokens.hash(content);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Icon icon && icon.type.equals(type) && Arrays.equals(icon.content, content);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(content);
    }

    @Override
    public String toString() {
        return "Icon[" + type + ", " + content.length + " bytes]";
    }
}
