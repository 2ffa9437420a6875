package gatehouse.session;

import static gatehouse.session.Mint.PROFILE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import gatehouse.People;
import gatehouse.account.Account;
import gatehouse.account.AccountEvent;
import gatehouse.account.Accounts;
import gatehouse.account.Actor;
import gatehouse.account.Password;
import gatehouse.account.PasswordHash;
import gatehouse.account.Username;
import gatehouse.secret.Tokens;
import gatehouse.web.Refusal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When a token opens nothing any more. */
class AccessTokensEndTest {

    private final Mint mint;

    AccessTokensEndTest(@TempDir Path data) {
        mint = new Mint(data);
    }

    @Test
    @DisplayName("K-14 a token that is mistyped, made up, expired or revoked opens nothing")
    void dead_tokens_open_nothing() {
        Minted minted = mint.mint(PROFILE);
        String token = minted.token();
        String last = token.substring(52);
        for (String wrong : List.of("", "app_", token + "A", token.substring(1), token.toUpperCase(), token.substring(0, 52) + (last.equals("A") ? "B" : "A"),
                " " + token, TokenText.fresh(), minted.toString(), Tokens.hash(token))) assertTrue(mint.tokens.find(wrong).isEmpty(), wrong);
        assertTrue(mint.opens(minted));
        mint.people.later(Duration.ofDays(30));
        assertFalse(mint.opens(minted));
        Minted other = mint.mint(PROFILE);
        mint.tokens.revoke(mint.anyi, other.id());
        assertFalse(mint.opens(other));
    }

    @Test
    @DisplayName("K-09 a disabled or deleted account's tokens open nothing")
    void tokens_end_with_their_account() {
        Minted minted = mint.mint(PROFILE);
        mint.ledgers.run("update account set disabled = true where id = " + mint.anyi);
        assertFalse(mint.opens(minted));
        mint.ledgers.run("update account set disabled = false where id = " + mint.anyi);
        assertTrue(mint.opens(minted));
        mint.ledgers.run("delete from account where id = " + mint.anyi);
        assertFalse(mint.opens(minted));
        assertEquals(0, mint.ledgers.count("select count(*) from access_token"));
    }

    @Test
    @DisplayName("A-03 one sees and ends one's own tokens only")
    void somebody_elses_tokens_are_not_there() {
        Minted minted = mint.mint(PROFILE);
        long other = mint.people.account("bo");
        assertEquals(List.of(), mint.tokens.of(other));
        assertEquals(404, assertThrows(Refusal.class, () -> mint.tokens.revoke(other, minted.id())).status());
        assertEquals(0, mint.tokens.revokeAll(other));
        assertTrue(mint.opens(minted));
        assertEquals(1, mint.tokens.revokeAll(mint.anyi));
        assertFalse(mint.opens(minted));
    }

    @Test
    void the_log_hears_of_tokens_made_and_ended() {
        mint.ledgers.events.clear();
        Minted minted = mint.mint(PROFILE);
        mint.tokens.revoke(mint.anyi, minted.id());
        AccountEvent made = new AccountEvent(AccountEvent.Kind.TOKEN_MINTED, mint.anyi, "anyi", "", new Actor(mint.anyi, "anyi"), "backup");
        assertEquals(List.of(made, new AccountEvent(AccountEvent.Kind.TOKEN_REVOKED, mint.anyi, "anyi", "")), mint.ledgers.events);
        assertFalse(mint.ledgers.events.toString().contains(minted.token()));
    }

    @Test
    void who_gets_the_way_back_in_has_no_tokens_of_before() {
        Minted minted = mint.mint(PROFILE);
        mint.tokens.endOf(new AccountEvent(AccountEvent.Kind.BOUND, mint.anyi, "anyi", "github"));
        assertTrue(mint.opens(minted));
        mint.tokens.endOf(new AccountEvent(AccountEvent.Kind.ADMINISTRATOR_MADE, mint.anyi, "anyi", ""));
        assertFalse(mint.opens(minted));
    }

    @Test
    @DisplayName("K-09 who is switched off, or gets a one-time password, has no tokens of before, also when switched on again")
    void tokens_do_not_come_back_with_an_account() {
        for (AccountEvent.Kind kind : List.of(AccountEvent.Kind.DISABLED, AccountEvent.Kind.ONE_TIME_PASSWORD)) {
            Minted minted = mint.mint(PROFILE);
            mint.tokens.endOf(new AccountEvent(kind, mint.anyi, "anyi", ""));
            mint.tokens.endOf(new AccountEvent(AccountEvent.Kind.ENABLED, mint.anyi, "anyi", ""));
            assertFalse(mint.opens(minted));
        }
    }

    @Test
    void what_ended_is_told_of_for_a_week_and_then_swept_out() {
        mint.mint(PROFILE);
        mint.people.later(Duration.ofDays(36));
        mint.tokens.purge();
        assertEquals(1, mint.tokens.of(mint.anyi).size());
        mint.people.later(Duration.ofDays(2));
        mint.tokens.purge();
        assertEquals(List.of(), mint.tokens.of(mint.anyi));
    }

    @Test
    @DisplayName("B-12 what was given for the old password ends with it; tokens that were made by hand go on")
    void tokens_by_login_end_with_the_password_they_were_given_for() {
        Minted named = mint.mint(PROFILE);
        Minted byLogin = mint.tokens.byLogin(mint.person());
        mint.tokens.endOf(new AccountEvent(AccountEvent.Kind.PASSWORD_SET, mint.anyi, "anyi", ""));
        assertTrue(mint.opens(named));
        assertFalse(mint.opens(byLogin));
    }

    @Test
    @DisplayName("B-12 a password that was changed while somebody came in by it opens nothing any more")
    void whoever_proved_a_password_that_is_gone_gets_no_token_and_no_session() {
        Account proven = mint.person();
        mint.ledgers.bean(Accounts.class).setPassword(mint.anyi, PasswordHash.of(Password.of("a-new-password", Username.of("anyi"))));
        assertEquals(401, assertThrows(Refusal.class, () -> mint.tokens.byLogin(proven)).status());
        assertEquals(401, assertThrows(Refusal.class, () -> mint.ledgers.bean(Sessions.class).openBy(proven, People.DEVICE)).status());
        assertEquals(0, mint.ledgers.count("select (select count(*) from session) + (select count(*) from access_token)"));
        assertTrue(mint.opens(mint.tokens.byLogin(mint.person())));
    }

    @Test
    @DisplayName("K-09 nothing is made for who was switched off, or got a one-time password, this instant")
    void no_token_is_made_for_who_is_being_shut_out() {
        Account proven = mint.person();
        mint.ledgers.run("update account set disabled = true where id = " + mint.anyi);
        assertEquals(401, mint.refused("x", PROFILE, mint.in(Duration.ofDays(1))));
        assertEquals(401, assertThrows(Refusal.class, () -> mint.ledgers.bean(Sessions.class).openBy(proven, People.DEVICE)).status());
        mint.ledgers.run("update account set disabled = false, one_time_until = timestamp '2099-01-01 00:00:00' where id = " + mint.anyi);
        assertEquals(401, mint.refused("x", PROFILE, mint.in(Duration.ofDays(1))));
        assertEquals(0, mint.ledgers.count("select count(*) from access_token"));
    }
}
