package gatehouse.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What lies in setup/ to be read beforehand is what the page of a guarded service prints: the sample "setup" of its view. */
class SetupTest {

    @ParameterizedTest
    @CsvSource({"nginx,setup/nginx/guard.conf", "caddy,setup/caddy/Caddyfile", "traefik,setup/traefik/guard.yml"})
    void the_configuration_in_setup_is_the_one_the_page_prints(String proxy, Path file) throws IOException {
        assertEquals(printed("setup", proxy), Files.readString(file).strip());
    }

    @Test
    void nothing_is_printed_for_a_proxy_that_could_not_put_the_base_path_in_front() throws IOException {
        assertEquals(List.of(), printed("ordinary", "traefik").lines().filter(line -> !line.startsWith("#")).toList());
        assertTrue(printed("ordinary", "nginx").contains("$gatehouse_path"));
        assertTrue(printed("ordinary", "caddy").contains("X-Gatehouse-Path}"));
    }

    private static String printed(String name, String proxy) throws IOException {
        Samples.Sample sample = Samples.all().stream().filter(one -> one.toString().equals("guard/form.ftlh " + name)).findFirst().orElseThrow();
        String page = Press.open().print(sample.view(), sample.model(), "en");
        return Jsoup.parse(page).selectFirst("#config-" + proxy).wholeText().strip();
    }
}
