package gatehouse.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gatehouse.Ledgers;
import gatehouse.People;
import gatehouse.session.CurrentAccount;
import gatehouse.web.Fresh;
import gatehouse.web.TypedForm;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BindingsPageTest {

    @TempDir
    Path data;

    @Test
    @DisplayName("B-01 a sign-in of 15 minutes ago is too old to bind or unbind with")
    void an_old_sign_in_is_not_enough() {
        Ledgers ledgers = new Ledgers(data);
        People people = new People(ledgers);
        people.signedIn(people.account("anyi"), null);
        people.later(Duration.ofMinutes(14));
        assertTrue(ledgers.bean(CurrentAccount.class).fresh());
        people.later(Duration.ofMinutes(6));
        assertFalse(ledgers.bean(CurrentAccount.class).fresh());
    }

    @Test
    @DisplayName("B-01 bind and unbind ask for a fresh sign-in, and the person comes back to the profile")
    void bind_and_unbind_ask_for_a_fresh_sign_in() throws Exception {
        for (Method deed : List.of(BindingsPage.class.getDeclaredMethod("bind", String.class, TypedForm.class), BindingsPage.class.getDeclaredMethod("unbind", String.class))) {
            assertEquals("/profile", deed.getAnnotation(Fresh.class).back());
        }
    }
}
