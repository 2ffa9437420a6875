package gatehouse.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gatehouse.it.provider.Person;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@InHouse
class RegistrationIT {

    @RegisterExtension
    private static final Stage stage = new Stage();
    private static final Stage.Placed works = stage.oidc("Registration Works");

    @AfterEach
    void openToAll() {
        stage.set("enabled", "true", "autoRegister", "true", "defaultDir", "/test1", "permissionSum", "152");
    }

    @Test
    @DisplayName("A12 A18 R-01 with registration closed an unknown identity gets 403, the seed's sentence in JSON, and no account")
    void nobody_is_registered_while_registration_is_closed() {
        stage.off("autoRegister");
        works.person(Person.named("r01", "r01-ann"));
        Visitor visitor = House.here().visitor();
        Page page = Trip.begin(visitor, works.slug()).end();
        assertEquals(403, page.status());
        assertTrue(page.html().select("[role=alert]").text().contains("Registration Works"), page::text);
        assertEquals("/login", visitor.get("/profile").location().getPath());
        Page json = visitor.get(Trip.begin(visitor, works.slug()).home(), "Accept", "application/json");
        assertEquals("{\"code\":400,\"message\":\"The single sign on platform is not bound to any users: record not found\",\"data\":null}", json.text());
        assertEquals(400, json.status());
        stage.set("autoRegister", "true");
        assertEquals("r01-ann", Myself.of(works.newcomer("r01-other", "r01-ann")).username(), "the name was never taken");
    }

    @Test
    @DisplayName("A12 A13 A14 R-02 a newcomer gets exactly the default directory, the default permission and the provider's role")
    void a_newcomer_gets_the_defaults_and_no_more() {
        stage.set("defaultDir", "/home/new", "permissionSum", "768");
        Visitor visitor = works.newcomer("r02", "r02-ann");
        Myself ann = Myself.of(visitor);
        assertEquals("/home/new", ann.basePath());
        assertEquals(768, ann.permission());
        assertEquals("user", ann.roles());
        assertEquals(403, visitor.get("/admin/sso").status());
    }

    @Test
    @DisplayName("R-14 whoever comes first by a provider is an ordinary user")
    void a_provider_makes_no_administrator() {
        Visitor visitor = works.newcomer("r14", "root-of-all");
        for (String path : new String[] {"/admin/sso", "/admin/providers", "/admin/providers/new"}) assertEquals(403, visitor.get(path).status());
        Form form = stage.admin().visitor().get("/admin/providers/new?preset=oidc").formTo("/admin/providers/new");
        assertFalse(form.fields().pairs().stream().anyMatch(field -> field.getValue().equals("administrator")));
    }

    @Test
    @DisplayName("A13 Decision 12: {username} and {id} in the default directory are filled in once, at registration")
    void placeholders_of_the_directory_are_filled_in_once() {
        stage.set("defaultDir", "/people/{username}");
        Visitor visitor = works.newcomer("d12", "d12-ann");
        assertEquals("/people/d12-ann", Myself.of(visitor).basePath());
        visitor.submit(visitor.get("/profile").formTo("/profile").with("username", "d12-anna"));
        assertEquals("d12-anna", Myself.of(visitor).username());
        assertEquals("/people/d12-ann", Myself.of(visitor).basePath());
        stage.set("defaultDir", "/by-id/{id}");
        assertTrue(Myself.of(works.newcomer("d12-id", "d12-bob")).basePath().matches("/by-id/[0-9]+"));
    }

    @Test
    @DisplayName("A17 Decision 12: a posted base path, permission or role changes nothing")
    void what_one_may_do_cannot_be_typed_in() {
        Visitor visitor = works.newcomer("d12-posted");
        Form form = visitor.get("/profile").formTo("/profile");
        for (String field : Arrays.asList("basePath", "base_path", "may.basePath")) form = form.with(field, "/");
        for (String field : Arrays.asList("permission", "permissionSum", "role", "roles", "disabled", "passwordHash", "id")) form = form.with(field, "2");
        assertEquals(303, visitor.submit(form).status());
        Myself after = Myself.of(visitor);
        assertEquals("/test1", after.basePath());
        assertEquals(152, after.permission());
        assertEquals("user", after.roles());
    }

    @ParameterizedTest(name = "R-09 a default permission of \"{0}\" is refused")
    @ValueSource(strings = {"-1", "2147483648", "1e3", "768abc", "16384", "99999999999999999999", ""})
    void a_default_permission_that_is_no_sum_is_refused(String typed) {
        Visitor admin = stage.admin().visitor();
        Page answer = admin.submit(stage.admin().settings().with("permissionSum", typed));
        assertEquals(422, answer.status());
        assertTrue(answer.html().selectFirst("#permissionSum-error") != null, answer::text);
        assertEquals(typed, answer.html().selectFirst("input#permissionSum").val());
        assertEquals("152", stage.admin().settings().value("permissionSum"));
    }
}
