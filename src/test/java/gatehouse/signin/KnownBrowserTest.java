package gatehouse.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

import gatehouse.Ledgers;
import gatehouse.People;
import gatehouse.Requests;
import gatehouse.Responses;
import gatehouse.account.Account;
import gatehouse.account.Accounts;
import gatehouse.account.Bucket;
import gatehouse.account.Password;
import gatehouse.account.PasswordHash;
import gatehouse.account.Passwords;
import gatehouse.account.Username;
import gatehouse.secret.Keys;
import gatehouse.web.Address;
import gatehouse.web.Refusal;
import gatehouse.web.Visit;
import jakarta.servlet.http.HttpServletRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnownBrowserTest {

    private static final String RIGHT = "correct-horse-battery";

    @TempDir
    Path data;
    private Ledgers ledgers;
    private KnownBrowser known;
    private long anyi;
    private String cookie;

    @BeforeEach
    void open() {
        ledgers = new Ledgers(data);
        known = ledgers.bean(KnownBrowser.class);
        People people = new People(ledgers);
        anyi = people.account("anyi", RIGHT);
        people.account("other", RIGHT);
        cookie = remembered(anyi).get(0);
    }

    private static HttpServletRequest request(String... cookies) {
        HttpServletRequest request = Requests.of("POST", "198.51.100.1", cookies.length == 0 ? new String[0] : new String[] {"Cookie", String.join("; ", cookies)});
        new Visit(new Address("https://gate.example", Address.Place.PUBLIC), Locale.ENGLISH, "", "", "", Optional.empty()).keep(request);
        return request;
    }

    private List<String> remembered(long account) {
        Responses sent = new Responses();
        known.remember(request(), sent.response(), account);
        return sent.cookies().stream().map(line -> line.replaceAll(";.*", "")).toList();
    }

    /** Whether guesses from there are counted apart from everybody else's: ten strangers' failures are in the way or not. */
    private boolean apart(String name, String... cookies) {
        ledgers.run("delete from throttle");
        Passwords passwords = ledgers.bean(Passwords.class);
        for (int i = 0; i < 10; i++) passwords.wrong(Username.of(name));
        try {
            return passwords.proven(Username.of(name), "guess", known.counted(request(cookies), Username.of(name))).isEmpty();
        } catch (Refusal tooMany) {
            assertEquals(429, tooMany.status());
            return false;
        }
    }

    @Test
    @DisplayName("L-04 a browser in which somebody signed in is known for 180 days, to that account only")
    void a_browser_is_known_to_its_account() {
        assertTrue(apart("anyi", cookie) && apart("Anyi", cookie));
        assertEquals(false, apart("other", cookie) || apart("anyi") || apart("nobody", cookie));
        ledgers.clock.pass(Duration.ofDays(180).minusSeconds(1));
        assertTrue(apart("anyi", cookie));
        ledgers.clock.pass(Duration.ofSeconds(1));
        assertEquals(false, apart("anyi", cookie));
    }

    @Test
    @DisplayName("L-04 a cookie that was changed, made up, doubled or sealed for something else makes nobody known")
    void what_was_not_sealed_for_it_is_nothing() {
        String turned = cookie.substring(0, cookie.length() - 2) + (cookie.endsWith("AA") ? "BB" : "AA");
        for (String other : List.of(turned, "__Host-known=x", "__Host-known=v1.a.b.c", "__Host-known=" + "A".repeat(43), cookie.replace("__Host-", ""), cookie + "; " + cookie)) {
            assertEquals(false, apart("anyi", other), other);
        }
    }

    @Test
    @DisplayName("L-04 another password makes the browsers of before unknown: whoever knew the old one has no tries at the new one")
    void another_password_forgets_the_browsers() {
        ledgers.bean(Accounts.class).setPassword(anyi, PasswordHash.of(Password.of("another long password", Username.of("anyi"))));
        assertEquals(false, apart("anyi", cookie));
        assertTrue(apart("anyi", remembered(anyi).get(0)));
    }

    @Test
    void another_name_forgets_none_and_without_a_password_there_is_nothing_to_guess() {
        ledgers.in(() -> {
            Account account = ledgers.bean(Accounts.class).locked(anyi);
            ledgers.bean(Accounts.class).rename(account, Username.of("renamed"));
            return true;
        });
        assertTrue(apart("renamed", cookie));
        assertEquals(List.of(), remembered(new People(ledgers).account("sso.only")));
        assertEquals(List.of(), remembered(999_999));
    }

    @Test
    void each_browser_has_tries_of_its_own() {
        Bucket one = known.counted(request(cookie), Username.of("anyi"));
        Passwords passwords = ledgers.bean(Passwords.class);
        for (int i = 0; i < 10; i++) passwords.proven(Username.of("anyi"), "guess", one);
        assertTrue(passwords.proven(Username.of("anyi"), RIGHT, known.counted(request(remembered(anyi).get(0)), Username.of("anyi"))).isPresent());
    }

    @Test
    @DisplayName("L-04 every sign-in hands out another cookie, and all of them together are good for thirty guesses")
    void collected_cookies_are_no_more_guesses() {
        long looked = IntStream.range(0, 8).mapToObj(one -> remembered(anyi).get(0)).mapToLong(this::guesses).sum();
        assertEquals(30, looked);
        assertEquals(0, guesses(remembered(anyi).get(0)));
    }

    @Test
    @DisplayName("L-04 whoever has one cookie of somebody and keeps failing with it leaves the owner's own browser its tries")
    void one_stolen_cookie_locks_nobody_out() {
        String stolen = remembered(anyi).get(0);
        long looked = guesses(stolen);
        for (int minute = 0; minute < 60; minute++) {
            ledgers.clock.pass(Duration.ofMinutes(1));
            looked += guesses(stolen);
        }
        assertEquals(15, looked);
        for (int hour = 0; hour < 24; hour++) {
            ledgers.clock.pass(Duration.ofHours(1));
            looked += guesses(stolen);
        }
        assertEquals(39, looked);
        assertTrue(ledgers.bean(Passwords.class).proven(Username.of("anyi"), RIGHT, known.counted(request(cookie), Username.of("anyi"))).isPresent());
    }

    /** How many of ten guesses with this cookie were looked at. */
    private long guesses(String cookie) {
        return IntStream.range(0, 10).filter(guess -> {
            try {
                return ledgers.bean(Passwords.class).proven(Username.of("anyi"), "guess", known.counted(request(cookie), Username.of("anyi"))).isEmpty();
            } catch (Refusal tooMany) {
                assertEquals(429, tooMany.status());
                return false;
            }
        }).count();
    }

    @Test
    @DisplayName("E-07 without the keys nobody's browser is known, and passwords open the house all the same")
    void without_the_keys_nobody_is_known_and_nothing_breaks() throws IOException {
        Files.delete(data.resolve("keys"));
        ledgers.forget(Keys.class, "ring");
        assertEquals(List.of(), remembered(anyi));
        assertEquals(false, apart("anyi", cookie));
    }
}
