package gatehouse.provider;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** The well-known providers, in the order they are offered: those of the seeds first. They come with the program and never change while it runs. */
public final class Presets {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();
    private static final List<Preset> ALL = new String(bytes("order.txt"), StandardCharsets.UTF_8).lines().map(Presets::read).toList();

    private static final int USUAL = 9;

    private Presets() {
    }

    /** The first nine as the picker shows them: those of the seeds and the two that stand for any provider. */
    public static List<Map<String, Object>> usual() {
        return ALL.stream().limit(USUAL).map(Preset::shown).toList();
    }

    static List<Preset> all() {
        return ALL;
    }

    static Optional<Preset> named(String slug) {
        return ALL.stream().filter(preset -> preset.slug().equals(slug)).findFirst();
    }

    private static Preset read(String slug) {
        try {
            return JSON.readValue(bytes(slug + ".json"), Preset.class);
        } catch (IOException e) {
            throw new UncheckedIOException(slug, e);
        }
    }

    private static byte[] bytes(String file) {
        try (InputStream stream = Presets.class.getResourceAsStream("/presets/" + file)) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }
}
