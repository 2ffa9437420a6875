package gatehouse.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import gatehouse.AtOnce;
import gatehouse.Ledgers;
import gatehouse.web.Problems;
import gatehouse.web.PublicUrl;
import gatehouse.web.Refusal;
import gatehouse.web.StoredAddress;
import gatehouse.web.TypedForm;
import gatehouse.web.Visit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServicesTest {

    private static final Visit.Me ADMIN = new Visit.Me(1, "admin", true);

    private final Ledgers ledgers;
    private final Services services;
    private final SaveGuarded save;
    private boolean known = true;

    ServicesTest(@TempDir Path data) {
        ledgers = new Ledgers(data);
        ledgers.put(StoredAddress.class, () -> Optional.of(new PublicUrl("https://id.example.com")).filter(url -> known));
        services = ledgers.bean(Services.class);
        save = ledgers.bean(SaveGuarded.class);
    }

    private static TypedForm typed(String... over) {
        Map<String, List<String>> fields = new java.util.HashMap<>(Map.of("name", List.of("Files"), "address", List.of("https://files.example.com"), "mode", List.of("WEBDAV"),
                "confinement", List.of("REFUSE"), "open", List.of(""), "signIn", List.of(""), "upstream", List.of("http://127.0.0.1:8080"), "version", List.of("0")));
        for (int i = 0; i < over.length; i += 2) fields.put(over[i], List.of(over[i + 1]));
        return TypedForm.of(fields);
    }

    private Guarded added(String... over) {
        Problems problems = new Problems();
        Optional<Guarded> added = save.add(GuardedForm.of(typed(over)), problems, ADMIN);
        services.forget(null);
        return added.orElseThrow(() -> new AssertionError(problems.byField()));
    }

    private Map<String, String> problems(String... over) {
        Problems problems = new Problems();
        assertTrue(save.add(GuardedForm.of(typed(over)), problems, ADMIN).isEmpty());
        Map<String, String> keys = new java.util.TreeMap<>();
        problems.byField().forEach((field, refusal) -> keys.put(field, refusal.key()));
        return keys;
    }

    private String at(String origin, String path) {
        return services.at(origin, RequestPath.of(path)).map(Post::name).orElse("");
    }

    @Test
    void the_longest_path_of_a_host_wins() {
        added("name", "host");
        added("name", "dav", "address", "https://files.example.com/dav/");
        added("name", "deep", "address", "https://FILES.example.com:443/dav/deep");
        assertEquals("host", at("https://files.example.com", "/"));
        assertEquals("host", at("https://files.example.com", "/davx"));
        assertEquals("dav", at("https://files.example.com", "/dav"));
        assertEquals("deep", at("https://files.example.com", "/dav/deep/x"));
        assertEquals("", at("http://files.example.com", "/"));
        assertEquals("", at("https://files.example.com:8443", "/"));
        assertEquals("", at("https://files.example.com.evil.test", "/"));
    }

    @Test
    void an_address_belongs_to_one_service_and_a_double_click_adds_one() {
        long id = added().id();
        assertEquals(id, added().id());
        assertEquals(Map.of("address", "guard.address.taken"), problems("name", "Other"));
        Guarded other = added("name", "Other", "address", "https://other.example.com");
        Problems problems = new Problems();
        assertTrue(save.change(other.id(), GuardedForm.of(typed("name", "Other", "version", "0")), problems, ADMIN).isEmpty());
        assertEquals("guard.address.taken", problems.byField().get("address").key());
    }

    @Test
    void of_two_who_add_at_once_one_does() throws Exception {
        List<Boolean> done = AtOnce.all(4, at -> () -> save.add(GuardedForm.of(typed("name", "Files " + at)), new Problems(), ADMIN).isPresent());
        assertEquals(1, done.stream().filter(one -> one).count());
        assertEquals(1, ledgers.count("select count(*) from guarded"));
    }

    @Test
    void whoever_changes_what_somebody_else_changed_is_told() {
        long id = added().id();
        assertTrue(save.change(id, GuardedForm.of(typed("name", "A")), new Problems(), ADMIN).isPresent());
        assertTrue(save.change(id, GuardedForm.of(typed("name", "A")), new Problems(), ADMIN).isPresent(), "the same once more");
        assertEquals(409, assertThrows(Refusal.class, () -> save.change(id, GuardedForm.of(typed("name", "B")), new Problems(), ADMIN)).status());
        assertEquals(404, assertThrows(Refusal.class, () -> save.change(id + 1, GuardedForm.of(typed()), new Problems(), ADMIN)).status());
    }

    @ParameterizedTest
    @CsvSource({"name,'',guard.name.length", "address,files.example.com,guard.address.form", "address,ftp://x.example/,guard.address.form", "address,https://a@b.example,guard.address.form",
        "address,https://x.example/?a=b,guard.address.form", "address,https://x.example/#a,guard.address.form", "address,https://x.example/a/../b,guard.path.form",
        "address,https://x.example/a;b,guard.path.form", "address,'https://x y/',guard.address.form", "address,https://id.example.com/,guard.address.home", "mode,ALL,guard.choose", "confinement,'',guard.choose", "mode,ROLES,guard.roles.required",
        "signIn,nowhere,guard.address.form", "upstream,'',guard.address.form", "open,pub,guard.path.form", "open,/a//b,guard.path.form", "open,/a;b,guard.path.form"})
    void what_is_typed_wrong_is_said_beside_its_field(String field, String text, String key) {
        Map<String, String> found = problems(field, text);
        assertTrue(found.containsValue(key), found.toString());
        assertEquals(0, ledgers.count("select count(*) from guarded"));
    }

    @Test
    void without_a_public_address_it_says_where_to_sign_in() {
        known = false;
        assertEquals(Map.of("signIn", "guard.sign-in.unknown"), problems());
        added("signIn", "http://localhost:5244");
        assertEquals("http://localhost:5244", services.at("https://files.example.com", RequestPath.ROOT).orElseThrow().signIn());
    }

    @Test
    void the_public_address_is_where_people_sign_in_by_default() {
        added();
        assertEquals("https://id.example.com", services.at("https://files.example.com", RequestPath.ROOT).orElseThrow().signIn());
        added("address", "https://id.example.com/wiki");
        assertTrue(services.at("https://id.example.com", RequestPath.of("/wiki")).orElseThrow().atHome());
    }

    @Test
    void roles_are_kept_and_go_with_the_role() {
        long role = ledgers.count("select id from role where name = 'user'");
        added("mode", "ROLES", "roles", Long.toString(role));
        assertEquals(java.util.Set.of("user"), services.at("https://files.example.com", RequestPath.ROOT).orElseThrow().roles());
        assertEquals(Map.of("roles", "guard.roles.required"), problems("mode", "ROLES", "roles", "999"));
    }

    @Test
    void whoever_reads_while_somebody_saves_leaves_nothing_old_behind() {
        ServiceRows rows = services.rows;
        services.rows = new ServiceRows() {
            @Override
            List<Guarded> all() {
                List<Guarded> before = rows.all();
                services.rows = rows;
                added("name", "new");
                return before;
            }
        };
        assertEquals("", at("https://files.example.com", "/"));
        assertEquals("new", at("https://files.example.com", "/"));
    }

    @Test
    void everything_is_told_once() {
        long id = added("open", "/pub\n\n /pub/ \n/a%20b").id();
        assertEquals("/pub\n/a%20b", ledgers.bean(ServiceRows.class).one(id).draft().openPaths());
        save.change(id, GuardedForm.of(typed("name", "A")), new Problems(), ADMIN);
        save.remove(id, ADMIN);
        assertEquals(List.of(new GuardEvent(GuardEvent.Kind.SERVICE_ADDED, 1, "admin", "Files"), new GuardEvent(GuardEvent.Kind.SERVICE_CHANGED, 1, "admin", "A"),
                new GuardEvent(GuardEvent.Kind.SERVICE_DELETED, 1, "admin", "A")), ledgers.events);
        assertEquals(404, assertThrows(Refusal.class, () -> save.remove(id, ADMIN)).status());
    }
}
