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

@InHouse
@WithKeycloak
class KeycloakStoryIT {

    private static Keycloak keycloak;
    private static Desk desk;
    private static Town town;
    private static String byBasic;
    private static String byBody;

    @BeforeAll
    static void open(Keycloak real) {
        keycloak = real;
        desk = Desk.open();
        desk.register("/people", 152);
        town = new Town(desk);
        byBasic = desk.add(form("Keycloak", "BASIC"));
        byBody = desk.add(form("Keycloak by body", "BODY"));
    }

    @AfterAll
    static void close() {
        town.close();
        desk.close();
    }

    /** What an administrator types: the issuer, and nothing that discovery tells. */
    private static Form form(String name, String authentication) {
        return desk.form().with("protocol", "OIDC", "name", name, "issuer", keycloak.issuer(), "clientId", keycloak.clientId(), "clientSecret",
                keycloak.clientSecret(), "scope", "openid profile email", "authentication", authentication, "pkce", "true", "mappingType", "OIDC");
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
        assertEquals("/people", first.basePath());
        assertEquals(152, first.permission());
        assertEquals("user", first.roles());
        assertEquals("ann", first.identity(slug));

        ann.post("/logout", Parameters.listed("csrf", Walk.csrf(ann)));
        assertTrue(ann.get("/profile").location().getPath().equals("/login"));
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
        assertEquals(303, Walk.unbind(local, byBasic).status());
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
        return visitor.get(keycloak.signIn(visitor, Walk.begin(visitor, slug), user).location());
    }

    private static Page bind(Visitor visitor, String user) {
        return visitor.get(keycloak.signIn(visitor, Walk.beginToBind(visitor, byBasic), user).location());
    }
}
