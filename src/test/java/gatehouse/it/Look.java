package gatehouse.it;

/** How a browser is set up: first language, colour scheme, window in CSS pixels, and whether pages may run script. */
public record Look(String language, boolean dark, int width, int height, boolean script) {

    public static final Look ORDINARY = new Look("en", false, 1280, 900, true);

    public Look speaking(String other) {
        return new Look(other, dark, width, height, script);
    }

    public Look inTheDark() {
        return new Look(language, true, width, height, script);
    }

    public Look wide(int pixels) {
        return new Look(language, dark, pixels, height, script);
    }

    public Look high(int pixels) {
        return new Look(language, dark, width, pixels, script);
    }

    public Look withoutScript() {
        return new Look(language, dark, width, height, false);
    }
}
