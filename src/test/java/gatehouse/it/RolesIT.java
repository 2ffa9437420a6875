package gatehouse.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gatehouse.it.Desk.Newcomer;
import java.net.URI;
import java.util.List;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@InHouse
class RolesIT {

    private static final String ROLES = "/admin/roles";
    @RegisterExtension
    private static final Stage stage = new Stage();
    private static final Visitor admin = stage.admin().visitor();

    private static Element row(String name) {
        return admin.get(ROLES).html().select("tbody tr").stream().filter(row -> row.selectFirst("a").text().equals(name)).findFirst().orElseThrow();
    }

    /** Adds a role. @return its address */
    private static String added(String name, String sum) {
        Page answer = admin.submit(admin.get(ROLES + "/new").formTo(ROLES + "/new").with("name", name, "permissionSum", sum));
        assertEquals(303, answer.status(), answer::text);
        return URI.create(row(name).selectFirst("a").absUrl("href")).getPath();
    }

    @Test
    @DisplayName("A role adds its sum to whoever has it, by hand or by a provider, and goes when it is deleted")
    void a_role_adds_to_what_people_may() {
        String editors = added("Editors 1", "152");
        Desk desk = new Desk(admin);
        Newcomer ann = desk.add("r-ann");
        Visitor visitor = Desk.arrives(ann, "ten paper kites");
        assertEquals(303, desk.roles(ann.address(), "Editors 1").status());
        assertEquals(152, Myself.of(visitor).permission());
        assertEquals("1", row("Editors 1").select("td").get(1).text());
        assertEquals(303, admin.submit(admin.get(editors).formTo(editors).with("permissionSum", "8")).status());
        assertEquals(8, Myself.of(visitor).permission());
        assertEquals(303, admin.submit(admin.get(editors + "/delete").formTo("/delete")).status());
        assertEquals(0, Myself.of(visitor).permission());
        assertEquals(404, admin.get(editors).status());
    }

    @Test
    @DisplayName("A role that a provider grants makes no administrator and is not deleted; the page names the provider")
    void a_granted_role_makes_no_administrator() {
        String granted = added("Granted 1", "16");
        String id = granted.substring(granted.lastIndexOf('/') + 1);
        Stage.Placed works = stage.oidc("Role Works", "roles", id);
        Visitor visitor = works.newcomer("r-granted");
        assertEquals("Granted 1", Myself.of(visitor).roles());
        assertTrue(new Desk(admin).visitor().get(new Desk(admin).find("r-granted")).html().select("li").eachText().stream().anyMatch(line -> line.contains("Granted 1") && line.contains("Role Works")));
        Page refused = admin.submit(admin.get(granted).formTo(granted).with("administrator", "true"));
        assertEquals(409, refused.status());
        assertTrue(refused.html().select("[role=alert]").text().contains("Role Works"), refused::text);
        assertEquals(409, admin.submit(admin.get(granted + "/delete").formTo("/delete")).status());
        assertEquals(403, visitor.get("/admin/roles").status());
        stage.remove(works);
        assertEquals(303, admin.submit(admin.get(granted + "/delete").formTo("/delete")).status());
    }

    @Test
    @DisplayName("The roles that ship keep their names; a name that looks like another is refused beside its field")
    void names_are_kept_apart() {
        String user = URI.create(row("user").selectFirst("a").absUrl("href")).getPath();
        assertEquals(0, admin.get(user).html().select("a[href$=/delete]").size());
        assertEquals(409, admin.submit(admin.get(user + "/delete").formTo("/delete")).status());
        assertEquals(303, admin.submit(admin.get(user).formTo(user).with("name", "other", "administrator", "true")).status());
        assertEquals(List.of("administrator", "user"), admin.get(ROLES).html().select("tbody tr:has(.tag) a:first-child").eachText().stream().distinct().filter(name -> !name.matches("[0-9]+")).toList());
        for (String name : List.of("USER", "us\u0435r", "", "a,b", "x".repeat(65))) {
            Page refused = admin.submit(admin.get(ROLES + "/new").formTo(ROLES + "/new").with("name", name));
            assertEquals(422, refused.status(), name);
            assertTrue(refused.html().selectFirst("#name-error") != null, refused::text);
        }
    }
}
