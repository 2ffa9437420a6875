package gatehouse.icon;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import gatehouse.web.Refusal;

class IconTest {

    private static byte[] picture(String kind, int width, int height) throws IOException {
        BufferedImage image = new BufferedImage(width, height, kind.equals("png") ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < width * height; i++) image.setRGB(i % width, i / width, 0xff3366cc);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, kind, bytes);
        return bytes.toByteArray();
    }

    private static String refused(byte[] sent) {
        Refusal refused = assertThrows(Refusal.class, () -> Icon.of(sent));
        return refused.status() + " " + refused.key().replace("provider.icon.", "");
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "gif"})
    @DisplayName("Seed 003: PNG, JPEG and GIF are taken and become a PNG of the same look")
    void pictures_become_png(String kind) throws IOException {
        Icon icon = Icon.of(picture(kind, 400, 200));
        BufferedImage shown = ImageIO.read(new ByteArrayInputStream(icon.content()));
        assertEquals("image/png 192 x 96", icon.type() + " " + shown.getWidth() + " x " + shown.getHeight());
        int colour = shown.getRGB(100, 50);
        for (int shift : new int[] {0, 8, 16, 24}) assertTrue(Math.abs((colour >> shift & 0xff) - (0xff3366cc >> shift & 0xff)) < 4, kind + " " + Integer.toHexString(colour));
    }

    @Test
    void a_small_picture_keeps_every_pixel_and_another_one_has_another_hash() throws IOException {
        Icon icon = Icon.of(picture("png", 16, 16));
        assertEquals(16, ImageIO.read(new ByteArrayInputStream(icon.content())).getWidth());
        assertEquals(icon, Icon.of(picture("png", 16, 16)));
        assertEquals(43, icon.hash().length());
        assertNotEquals(icon.hash(), Icon.of(picture("png", 17, 16)).hash());
    }

    @Test
    @DisplayName("G-01 257 KB are too much, and more than 1,024 pixels are too, before anything is decoded")
    void limits_hold() throws IOException {
        assertEquals("413 too-large", refused(new byte[257 * 1024]));
        assertEquals("422 pixels", refused(picture("png", 1025, 1)));
        assertEquals("image/png", Icon.of(picture("png", 1024, 1024)).type());
        byte[] bomb = picture("png", 10, 10);
        Arrays.fill(bomb, 16, 20, (byte) 0x7f);
        assertTrue(refused(bomb).startsWith("422"));
    }

    @ParameterizedTest
    @DisplayName("G-05 V-06 WebP, ICO, PDF, HTML and text are refused by their content, whatever they are called")
    @ValueSource(strings = {"RIFF\u0024\0\0\0WEBPVP8 ", "\0\0\1\0\1\0\20\20", "%PDF-1.7\n", "<!DOCTYPE html><html><body>x</body></html>", "<html/>", "hello", "",
        "<?xml version=\"1.0\"?><rss/>", "<html xmlns:s=\"x\"><s:svg /></html>", "<svg xmlns=\"http://www.w3.org/1999/xhtml\"/>", "BM\0\0", "MZ"})
    void other_kinds_are_refused(String content) {
        assertEquals("415 kind", refused(content.getBytes(ISO_8859_1)));
    }

    @Test
    @DisplayName("V-06 a tail of HTML behind a picture does not come along")
    void a_tail_does_not_come_along() throws IOException {
        for (String kind : new String[] {"png", "jpg"}) {
            Icon icon = Icon.of(joined(picture(kind, 20, 20), "<script>alert(1)</script>".getBytes(UTF_8)));
            assertEquals("image/png", icon.type());
            assertFalse(new String(icon.content(), ISO_8859_1).contains("script"));
        }
    }

    @Test
    @DisplayName("G-06 where a photograph was taken is forgotten")
    void metadata_is_gone() throws IOException {
        byte[] plain = picture("jpg", 20, 20);
        byte[] exif = "Exif\0\0MM\0*GPSLatitude 52.5200".getBytes(ISO_8859_1);
        byte[] marker = {(byte) 0xff, (byte) 0xe1, 0, (byte) (exif.length + 2)};
        byte[] sent = joined(joined(Arrays.copyOf(plain, 2), joined(marker, exif)), Arrays.copyOfRange(plain, 2, plain.length));
        assertFalse(new String(Icon.of(sent).content(), ISO_8859_1).matches("(?s).*(Exif|GPS).*"));
    }

    @Test
    void a_broken_picture_is_refused() throws IOException {
        assertEquals("422 broken", refused(Arrays.copyOf(picture("png", 30, 30), 40)));
        assertEquals("422 broken", refused(Arrays.copyOf(picture("gif", 30, 30), 14)));
    }
}
