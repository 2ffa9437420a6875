package gatehouse.setup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No container engine is needed: what must be equal in the Containerfile, compose.yml and nginx.conf is equal. */
class ContainerTest {

    private static final Path FOLDER = Path.of("setup/container");
    private static final Pattern TYPED = Pattern.compile("\\$\\{([A-Z_]+)(:\\?[^}]+)?}");
    private static final Containerfile IMAGE = Containerfile.read();
    private static final Compose COMPOSE = Compose.read();
    private static final String NGINX = Code.read(FOLDER.resolve("nginx.conf"));

    @Test
    void the_image_holds_the_jar_that_the_build_makes_and_starts_it_as_somebody_who_is_not_root() {
        String[] copied = IMAGE.only("COPY").split("\\s+");
        assertEquals(Code.runnable(), copied[0]);
        assertTrue(IMAGE.only("ENTRYPOINT").endsWith("\"-jar\", \"" + copied[1] + "\"]"), IMAGE.only("ENTRYPOINT"));
        assertTrue(IMAGE.only("RUN").startsWith("useradd ") && IMAGE.only("RUN").split(" && ")[0].endsWith(" " + IMAGE.only("USER")), IMAGE.only("RUN"));
    }

    @Test
    void each_variable_is_a_setting_of_the_program() {
        Set<String> used = new TreeSet<>(COMPOSE.environment("gatehouse").keySet());
        used.addAll(IMAGE.environment().keySet());
        used.removeAll(Code.settings());
        assertEquals(Set.of(), used);
    }

    @Test
    void everybody_speaks_of_the_same_port() {
        String port = IMAGE.environment().get("GATEHOUSE_PORT");
        assertEquals(port, IMAGE.only("EXPOSE"));
        assertEquals("http://127.0.0.1:" + port + "/status/ready", Code.only(Pattern.compile("\"(http[^\"]+)\""), IMAGE.only("HEALTHCHECK")));
        assertEquals("http://gatehouse:" + port, Code.only(Pattern.compile("proxy_pass ([^;]+);"), NGINX));
        assertEquals(listened(), published("nginx"));
    }

    private static Set<String> listened() {
        return Pattern.compile("listen (\\d+)").matcher(NGINX).results().map(found -> found.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> published(String service) {
        List<String> ports = COMPOSE.at("services", service, "ports");
        return ports.stream().map(port -> port.split(":")[1]).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void the_database_is_the_one_that_is_made() {
        Map<String, String> made = COMPOSE.environment("database");
        Map<String, String> asked = COMPOSE.environment("gatehouse");
        assertEquals("jdbc:postgresql://database:5432/" + made.get("POSTGRES_DB"), asked.get("GATEHOUSE_DB_URL"));
        assertEquals(made.get("POSTGRES_USER"), asked.get("GATEHOUSE_DB_USER"));
        assertEquals(made.get("POSTGRES_PASSWORD"), asked.get("GATEHOUSE_DB_PASSWORD"));
        List<String> networks = COMPOSE.at("services", "database", "networks");
        assertTrue(COMPOSE.<Map<String, Object>>at("services", "gatehouse", "networks").keySet().containsAll(networks));
        assertEquals(List.of(true), networks.stream().map(network -> COMPOSE.at("networks", network, "internal")).toList());
    }

    @Test
    void the_one_proxy_that_is_believed_is_nginx() {
        String proxy = COMPOSE.at("services", "nginx", "networks", "front", "ipv4_address");
        assertEquals(proxy, COMPOSE.environment("gatehouse").get("GATEHOUSE_TRUSTED_PROXIES"));
        List<Map<String, String>> blocks = COMPOSE.at("networks", "front", "ipam", "config");
        assertEquals(proxy.replaceAll("\\d+$", "0/24"), blocks.get(0).get("subnet"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"database", "gatehouse", "nginx"})
    void what_is_mounted_is_there(String service) {
        Set<String> kept = COMPOSE.<Map<String, Object>>at("volumes").keySet();
        List<String> absent = COMPOSE.volumes(service).stream().map(volume -> volume[0]).filter(source -> !source.equals("./certificate"))
                .filter(source -> source.startsWith("./") ? !Files.exists(FOLDER.resolve(source)) : !kept.contains(source)).toList();
        assertEquals(List.of(), absent);
    }

    @Test
    void the_data_is_kept_and_the_certificate_found() {
        String data = IMAGE.environment().get("GATEHOUSE_DATA");
        assertEquals(data, COMPOSE.volumes("gatehouse").get(0)[1]);
        assertEquals(data, IMAGE.only("VOLUME"));
        String certificate = COMPOSE.volumes("nginx").stream().filter(volume -> volume[0].equals("./certificate")).findFirst().orElseThrow()[1];
        assertTrue(Code.only(Pattern.compile("ssl_certificate +([^;]+);"), NGINX).startsWith(certificate + "/"));
        assertTrue(Code.only(Pattern.compile("ssl_certificate_key +([^;]+);"), NGINX).startsWith(certificate + "/"));
    }

    @Test
    void the_build_begins_in_the_folder_of_the_project() {
        assertTrue(Files.exists(FOLDER.resolve(COMPOSE.<String>at("services", "gatehouse", "build", "context")).resolve("pom.xml")));
        assertEquals("setup/container/Containerfile", COMPOSE.at("services", "gatehouse", "build", "dockerfile"));
    }

    @Test
    void whatever_must_be_typed_stands_in_the_readme() {
        Set<String> typed = TYPED.matcher(Code.read(FOLDER.resolve("compose.yml"))).results().map(found -> found.group(1)).collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of("GATEHOUSE_DB_PASSWORD", "GATEHOUSE_PUBLIC_URL"), typed);
        String readme = Code.read(FOLDER.resolve("README.md"));
        assertEquals(List.of(), typed.stream().filter(name -> !readme.contains(name + "=")).toList());
    }
}
