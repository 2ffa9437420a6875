package gatehouse.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which passwords a person may choose, and who may change one. */
@InHouse
class NewPasswordIT {

    private static final String PASSWORD = "slow green river";
    @RegisterExtension
    private static final Stage stage = new Stage();
    private static final Stage.Placed works = stage.oidc("New Password Works");
    private static final Town town = new Town(stage);

    @ParameterizedTest(name = "L-08 the password \"{0}\" is refused beside its field, and nothing is kept")
    @ValueSource(strings = {"short77", "password1", "Password1", "l08-account", "L08-ACCOUNT"})
    void weak_passwords_are_refused(String weak) {
        Visitor visitor = works.newcomer("l08-account");
        Page answer = Myself.setPassword(visitor, weak, "");
        assertEquals(422, answer.status());
        assertTrue(answer.html().selectFirst("#newPassword-error") != null, answer::text);
        assertEquals("", answer.html().selectFirst("input#newPassword").val());
        assertEquals(401, Login.anew("l08-account", weak).status());
    }

    @Test
    @DisplayName("L-08 a long password of one letter and a word in any script pass")
    void long_passwords_of_any_script_pass() {
        Visitor visitor = works.newcomer("l08-long");
        assertEquals(303, Myself.setPassword(visitor, "aaaaaaaaaaaaaaaaq7", "").status());
        assertEquals(303, Myself.setPassword(visitor, "пароль з пробілами 密码", "aaaaaaaaaaaaaaaaq7").status());
        assertEquals(303, Login.anew("l08-long", "пароль з пробілами 密码").status());
        assertEquals(401, Login.anew("l08-long", "aaaaaaaaaaaaaaaaq7").status());
    }

    @Test
    @DisplayName("A password is changed only by whoever knows the one before, and a wrong one is told beside its field")
    void the_current_password_is_asked_for() {
        Visitor visitor = town.resident("current-ann", PASSWORD);
        for (String wrong : new String[] {"", "not it"}) {
            Page answer = visitor.submit(visitor.get("/profile").formTo("/profile").with("newPassword", "a red umbrella", "currentPassword", wrong));
            assertEquals(422, answer.status());
            assertTrue(answer.html().selectFirst("#currentPassword-error") != null, answer::text);
        }
        assertEquals(303, Login.anew("current-ann", PASSWORD).status());
    }
}
