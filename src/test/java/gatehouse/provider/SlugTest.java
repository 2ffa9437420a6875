package gatehouse.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlugTest {

    @ParameterizedTest
    @CsvSource({"GitHub, github", "Acme Staff ID, acme-staff-id", "  --Weird__name!!, weird-name", "Crème brûlée, creme-brulee", "飞书, provider",
            "ＡＢＣ, abc", "../../etc, etc", "new, new-2", "NEW, new-2"})
    void a_slug_is_made_of_the_name(String name, String slug) {
        assertEquals(slug, Slug.of(name, used -> false).value());
    }

    @Test
    void a_slug_once_used_is_not_given_again() {
        assertEquals("github-4", Slug.of("GitHub", Set.of("github", "github-2", "github-3")::contains).value());
    }

    @Test
    void a_slug_fits_its_column_and_every_address() {
        String slug = Slug.of("a b".repeat(100), used -> used.length() < 42).value();
        assertTrue(slug.length() <= 64 && slug.matches("[a-z0-9]+(-[a-z0-9]+)*"), slug);
    }
}
