package gatehouse.icon;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

import gatehouse.web.Refusal;

/** A PNG, JPEG or GIF (its first picture): measured before it is decoded, then written anew as PNG, so that nothing but pixels is left. */
final class Raster {

    private static final int MOST_PIXELS = 1024;
    private static final int EDGE = 192;
    private static final Map<String, String> KINDS = Map.of("89504e470d0a1a0a", "png", "ffd8ff", "jpeg", "474946383761", "gif", "474946383961", "gif");

    private Raster() {
    }

    /** @throws Refusal 415 when it is another kind, 422 when it is broken or larger than 1,024 × 1,024 */
    static byte[] redrawn(byte[] sent) {
        String head = HexFormat.of().formatHex(Arrays.copyOf(sent, 8));
        String kind = KINDS.entrySet().stream().filter(one -> head.startsWith(one.getKey())).map(Map.Entry::getValue).findFirst()
                .orElseThrow(() -> new Refusal(415, "provider.icon.kind"));
        return written(smaller(decoded(ImageIO.getImageReadersByFormatName(kind).next(), sent)));
    }

    private static BufferedImage decoded(ImageReader reader, byte[] sent) {
        try {
            reader.setInput(new MemoryCacheImageInputStream(new ByteArrayInputStream(sent)), true, true);
            if (reader.getWidth(0) > MOST_PIXELS || reader.getHeight(0) > MOST_PIXELS) throw Refusal.invalid("provider.icon.pixels");
            return reader.read(0);
        } catch (IOException | IllegalArgumentException | IllegalStateException | IndexOutOfBoundsException broken) {
            throw Refusal.invalid("provider.icon.broken");
        } finally {
            reader.dispose();
        }
    }

    /** Every pixel is the mean of those it stands for, the transparent ones weighing less. Needs no graphics of the machine. */
    private static BufferedImage smaller(BufferedImage whole) {
        double scale = Math.max(1, Math.max(whole.getWidth(), whole.getHeight()) / (double) EDGE);
        BufferedImage small = new BufferedImage(size(whole.getWidth(), scale), size(whole.getHeight(), scale), BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < small.getHeight(); y++) {
            for (int x = 0; x < small.getWidth(); x++) small.setRGB(x, y, mean(whole, x, y, scale));
        }
        return small;
    }

    private static int size(int length, double scale) {
        return Math.max(1, (int) (length / scale));
    }

    private static int mean(BufferedImage whole, int x, int y, double scale) {
        long alpha = 0;
        long[] colours = new long[3];
        int left = (int) (x * scale);
        int top = (int) (y * scale);
        int right = Math.min(whole.getWidth(), Math.max(left + 1, (int) ((x + 1) * scale)));
        int bottom = Math.min(whole.getHeight(), Math.max(top + 1, (int) ((y + 1) * scale)));
        int[] pixels = whole.getRGB(left, top, right - left, bottom - top, null, 0, right - left);
        for (int pixel : pixels) {
            int weight = pixel >>> 24;
            alpha += weight;
            for (int i = 0; i < 3; i++) colours[i] += (long) weight * (pixel >> 8 * i & 0xff);
        }
        long weight = Math.max(1, alpha);
        return (int) (alpha / pixels.length << 24 | colours[2] / weight << 16 | colours[1] / weight << 8 | colours[0] / weight);
    }

    private static byte[] written(BufferedImage picture) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(picture, "png", out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
