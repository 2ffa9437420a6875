package gatehouse.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.file.Path;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sign-in of people who are bound. */
class SignInTest {

    private final Arrivals arrivals;

    SignInTest(@TempDir Path data) {
        arrivals = new Arrivals(data);
    }

    @Test
    @DisplayName("U-17 whoever takes somebody's name and e-mail at the provider gets an account of their own")
    void a_borrowed_name_opens_nothing() {
        long victim = arrivals.people.account("victim");
        arrivals.people.bound(victim, arrivals.github, "1");
        arrivals.ledgers.run("update account set email = 'a@example.com', email_verified = true");
        assertNotEquals(victim, arrivals.arrive("2", "victim", null).account());
        assertEquals(victim, arrivals.arrive("1", "renamed", null).account());
    }

    @Test
    @DisplayName("B-18 a disabled account stays so, and gets no second one")
    void a_disabled_account_is_refused_and_gets_no_second_one() {
        arrivals.people.bound(arrivals.people.account("anyi"), arrivals.github, "583231");
        arrivals.ledgers.run("update account set disabled = true");
        assertEquals("refused.disabled 403", arrivals.refusal("583231", null));
        assertEquals(1, arrivals.ledgers.count("select count(*) from account where disabled"));
        assertEquals(1, arrivals.ledgers.count("select count(*) from account"));
        assertEquals(0, arrivals.ledgers.count("select count(*) from session"));
    }

    @Test
    @DisplayName("I-25 signing in again lets only the same account in, and registers nobody")
    void signing_in_again_lets_only_the_same_account_in() {
        long anyi = arrivals.people.account("anyi");
        arrivals.people.bound(anyi, arrivals.github, "583231");
        arrivals.people.bound(arrivals.people.account("other"), arrivals.github, "1");
        assertEquals("refused.somebody-else 403", arrivals.refusal("1", anyi));
        assertEquals("refused.somebody-else 403", arrivals.refusal("unknown", anyi));
        assertEquals(anyi, arrivals.arrive("583231", "anyi", anyi).account());
        assertEquals(2, arrivals.ledgers.count("select count(*) from account"));
    }
}
