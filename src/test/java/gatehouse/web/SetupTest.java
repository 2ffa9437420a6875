package gatehouse.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.jsoup.Jsoup;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What lies in setup/ to be read beforehand is what the page of a guarded service prints: the sample "setup" of its view. */
class SetupTest {

    @ParameterizedTest
    @CsvSource({"nginx,setup/nginx/guard.conf", "caddy,setup/caddy/Caddyfile", "traefik,setup/traefik/guard.yml"})
    void the_configuration_in_setup_is_the_one_the_page_prints(String proxy, Path file) throws IOException {
        Samples.Sample sample = Samples.all().stream().filter(one -> one.toString().equals("guard/form.ftlh setup")).findFirst().orElseThrow();
        String page = Press.open().print(sample.view(), sample.model(), "en");
        assertEquals(Jsoup.parse(page).selectFirst("#config-" + proxy).wholeText().strip(), Files.readString(file).strip());
    }
}
