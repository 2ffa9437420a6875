package gatehouse.it;

/** How a browser is set up: first language, colour scheme, window in CSS pixels. */
public record Look(String language, boolean dark, int width, int height) {

    public static final Look ORDINARY = new Look("en", false, 1280, 900);

    public Look speaking(String other) {
        return new Look(other, dark, width, height);
    }

    public Look inTheDark() {
        return new Look(language, true, width, height);
    }

    public Look wide(int pixels) {
        return new Look(language, dark, pixels, height);
    }
}
