package gatehouse.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gatehouse.it.provider.Keycloak;
import gatehouse.it.provider.WithKeycloak;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@InHouse
@WithKeycloak
class KeycloakStoryIT {

    private static Keycloak keycloak;
    @RegisterExtension
    private static final Stage stage = new Stage();
    private static final Town town = new Town(stage);
    private static String byBasic;
    private static String byBody;

    @BeforeAll
    static void open(Keycloak real) {
        keycloak = real;
        byBasic = added("Keycloak", "BASIC");
        byBody = added("Keycloak by body", "BODY");
    }

    @AfterAll
    static void close() {
        stage.admin().delete(byBasic);
        stage.admin().delete(byBody);
    }

    /** What an administrator types: the issuer, and nothing that discovery tells. @return the slug */
    private static String added(String name, String authentication) {
        Visitor admin = stage.admin().visitor();
        Page saved = admin.submit(admin.get("/admin/providers/new?preset=keycloak").formTo("/admin/providers/new").with("protocol", "OIDC", "name", name,
                "issuer", keycloak.issuer(), "clientId", keycloak.clientId(), "clientSecret", keycloak.clientSecret(),
                "authentication", authentication, "pkce", "true"));
        assertEquals(303, saved.status(), saved::text);
        return saved.location().getPath().substring("/admin/providers/".length());
    }

    @Test
    @DisplayName("Keycloak, HTTP Basic: ann is registered with directory, permissions and role, signs out, and is known when she comes back")
    void ann_is_registered_and_known_again() {
        story(byBasic);
    }

    @Test
    @DisplayName("Keycloak, client secret in the body: the same story")
    void ann_is_registered_by_the_other_client_authentication() {
        story(byBody);
    }

    private static void story(String slug) {
        Visitor ann = House.here().visitor();
        assertEquals(303, signIn(ann, slug, "ann").status());
        Myself first = Myself.of(ann);
        assertTrue(first.username().startsWith("ann"), first.username());
        assertEquals("ann@good.test", first.field("email"));
        assertEquals("/test1", first.basePath());
        assertEquals(152, first.permission());
        assertEquals("user", first.roles());
        assertEquals("ann", first.identity(slug));

        ann.post("/logout", Bindings.token(ann));
        assertEquals("/login", ann.get("/profile").location().getPath());
        assertEquals(303, signIn(ann, slug, "ann").status());
        assertEquals(first.username(), Myself.of(ann).username());
        assertEquals(first.subjects(), Myself.of(ann).subjects());
    }

    @Test
    @DisplayName("Keycloak: a local account binds bob, unbinds, binds again, and bob opens it from then on")
    void a_local_account_binds_unbinds_and_binds_again() {
        Visitor local = town.resident("keycloak-local", "a pass of its own");
        assertTrue(Myself.of(local).mayBind(byBasic));
        assertEquals(303, bind(local, "bob").status());
        assertEquals("bob", Myself.of(local).identity(byBasic));
        assertEquals(303, Bindings.unbind(local, byBasic).status());
        assertFalse(Myself.of(local).bound(byBasic));
        assertEquals(303, bind(local, "bob").status());

        Visitor bob = House.here().visitor();
        assertEquals(303, signIn(bob, byBasic, "bob").status());
        assertEquals("keycloak-local", Myself.of(bob).username());
    }

    @Test
    @DisplayName("Keycloak: 张三 is registered under that very name")
    void a_name_of_another_script_is_kept_as_it_is() {
        Visitor visitor = House.here().visitor();
        assertEquals(303, signIn(visitor, byBasic, "张三").status());
        assertEquals("张三", Myself.of(visitor).username());
        assertEquals("张三", Myself.of(visitor).identity(byBasic));
    }

    private static Page signIn(Visitor visitor, String slug, String user) {
        return visitor.get(keycloak.signIn(visitor, Trip.begin(visitor, slug).departure(), user).location());
    }

    private static Page bind(Visitor visitor, String user) {
        return visitor.get(keycloak.signIn(visitor, Bindings.begin(visitor, byBasic).departure(), user).location());
    }
}
