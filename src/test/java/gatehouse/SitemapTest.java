package gatehouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import gatehouse.Sitemap.Door;
import gatehouse.Sitemap.Who;
import org.junit.jupiter.api.Test;

/** Every address stands in sitemap.txt with who may use it, so that a forgotten door fails the build. */
class SitemapTest {

    private static final List<Door> DECLARED = DeclaredDoors.all();

    @Test
    void the_sitemap_names_exactly_the_doors_there_are() {
        assertEquals(lines(Sitemap.read()), lines(DECLARED));
    }

    /** Whoever needs no role is all, a provider's guest or an operator: the classes cannot tell these apart. */
    private static String lines(List<Door> doors) {
        Set<String> lines = doors.stream().map(door -> new Door(door.address(), door.methods(), door.open() ? Who.ALL : door.who(), door.fresh()))
                .map(Door::toString).collect(Collectors.toCollection(TreeSet::new));
        return String.join("\n", lines);
    }

    @Test
    void no_door_stands_in_the_sitemap_twice() {
        List<Door> doors = Sitemap.read();
        Set<String> single = doors.stream().flatMap(door -> door.methods().stream().map(method -> method + " " + door.address())).collect(Collectors.toSet());
        assertEquals(doors.stream().mapToInt(door -> door.methods().size()).sum(), single.size());
    }

    @Test
    void every_address_below_admin_demands_an_administrator_and_below_profile_somebody() {
        assertEquals(List.of(), DECLARED.stream().filter(door -> door.address().matches("/admin(/.*)?") && door.who() != Who.ADMIN).toList());
        assertEquals(List.of(), DECLARED.stream().filter(door -> door.address().matches("/profile(/.*)?") && door.open()).toList());
    }

    @Test
    void every_address_stands_behind_the_filters_for_headers_callers_and_form_tokens() throws IOException {
        String descriptor = Files.readString(Path.of("src/main/webapp/WEB-INF/web.xml"));
        for (String filter : List.of("front", "caller", "csrf")) {
            assertTrue(descriptor.contains("<filter-mapping><filter-name>" + filter + "</filter-name><url-pattern>/*</url-pattern></filter-mapping>"), filter);
        }
    }
}
