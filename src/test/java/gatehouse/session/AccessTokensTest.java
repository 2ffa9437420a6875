package gatehouse.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import gatehouse.AtOnce;
import gatehouse.Ledgers;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccessTokensTest {

    private static final Set<Scope> PROFILE = Set.of(Scope.PROFILE);
    private static final Set<Scope> ALL = Set.of(Scope.PROFILE, Scope.VERIFY, Scope.ADMIN);

    @TempDir
    Path data;
    private Ledgers ledgers;
    private People people;
    private AccessTokens tokens;
    private long anyi;

    @BeforeEach
    void open() {
        ledgers = new Ledgers(data);
        people = new People(ledgers);
        tokens = ledgers.bean(AccessTokens.class);
        anyi = people.account("anyi");
    }

    private Instant in(Duration time) {
        return ledgers.clock.instant().plus(time);
    }

    private Minted mint(Set<Scope> scopes) {
        return tokens.mint(anyi, "backup", scopes, in(Duration.ofDays(30)));
    }

    private boolean opens(Minted minted) {
        return tokens.find(minted.token()).isPresent();
    }

    private void promote() {
        ledgers.run("insert into role_grant select " + anyi + ", id, 0 from role where administrator");
    }

    private Account person() {
        return ledgers.bean(Accounts.class).find(anyi).orElseThrow();
    }

    private int refused(String name, Set<Scope> scopes, Instant expires) {
        return assertThrows(Refusal.class, () -> tokens.mint(anyi, name, scopes, expires)).status();
    }

    @Test
    void a_token_opens_its_account_with_its_rights_and_its_scopes() {
        ledgers.run("update account set base_path = '/anyi', permission = 8 where id = " + anyi);
        ledgers.run("insert into role (name, permission, administrator) values ('writers', 16, false)");
        ledgers.run("insert into role_grant select " + anyi + ", id, 0 from role where name in ('user', 'writers')");
        TokenView view = tokens.find(mint(Set.of(Scope.PROFILE, Scope.VERIFY)).token()).orElseThrow();
        assertEquals(List.of("user", "writers"), view.roles());
        assertEquals(24, view.permissions().sum());
        assertEquals("/anyi", view.basePath().value());
        assertEquals("anyi", view.username());
        assertEquals(anyi, view.account());
        assertTrue(view.may(Scope.VERIFY) && view.may(Scope.PROFILE) && !view.may(Scope.ADMIN) && !view.administrator());
    }

    @Test
    void an_account_without_a_role_has_a_token_too() {
        TokenView view = tokens.find(mint(PROFILE).token()).orElseThrow();
        assertEquals(List.of(), view.roles());
        assertEquals(0, view.permissions().sum());
    }

    @Test
    @DisplayName("K-04 tokens are 256 random bits behind app_, and none comes twice")
    void tokens_are_random() {
        Set<String> all = new HashSet<>();
        for (int i = 0; i < 2000; i++) all.add(TokenText.fresh());
        assertEquals(2000, all.size());
        assertTrue(all.stream().allMatch(token -> token.matches("app_[A-Za-z0-9_-]{49}")));
        assertTrue(all.stream().map(token -> token.substring(4, 12)).distinct().count() > 1990);
    }

    @Test
    @DisplayName("K-13 the ledger holds the token's hash, and nothing that opens")
    void the_token_is_kept_nowhere() {
        Minted minted = mint(PROFILE);
        assertEquals(1, ledgers.count("select count(*) from access_token where token_hash = '" + Tokens.hash(minted.token()) + "'"));
        assertFalse(minted.toString().contains(minted.token()) || tokens.of(anyi).toString().contains(minted.token()));
    }

    @Test
    @DisplayName("K-14 a token that is mistyped, made up, expired or revoked opens nothing")
    void dead_tokens_open_nothing() {
        Minted minted = mint(PROFILE);
        String token = minted.token();
        String last = token.substring(52);
        for (String wrong : List.of("", "app_", token + "A", token.substring(1), token.toUpperCase(), token.substring(0, 52) + (last.equals("A") ? "B" : "A"),
                " " + token, TokenText.fresh(), minted.toString(), Tokens.hash(token))) assertTrue(tokens.find(wrong).isEmpty(), wrong);
        assertTrue(opens(minted));
        people.later(Duration.ofDays(30));
        assertFalse(opens(minted));
        Minted other = mint(PROFILE);
        tokens.revoke(anyi, other.id());
        assertFalse(opens(other));
    }

    @Test
    @DisplayName("K-09 a disabled or deleted account's tokens open nothing")
    void tokens_end_with_their_account() {
        Minted minted = mint(PROFILE);
        ledgers.run("update account set disabled = true where id = " + anyi);
        assertFalse(opens(minted));
        ledgers.run("update account set disabled = false where id = " + anyi);
        assertTrue(opens(minted));
        ledgers.run("delete from account where id = " + anyi);
        assertFalse(opens(minted));
        assertEquals(0, ledgers.count("select count(*) from access_token"));
    }

    @Test
    @DisplayName("A-10 the scope admin is for administrators, and ends with that")
    void the_scope_admin_needs_an_administrator() {
        assertEquals(403, refused("x", ALL, in(Duration.ofDays(1))));
        promote();
        Minted minted = mint(ALL);
        TokenView view = tokens.find(minted.token()).orElseThrow();
        assertTrue(view.may(Scope.ADMIN) && view.administrator() && view.me().admin());
        ledgers.run("delete from role_grant where account_id = " + anyi);
        TokenView later = tokens.find(minted.token()).orElseThrow();
        assertTrue(later.may(Scope.PROFILE) && !later.may(Scope.ADMIN) && !later.me().admin());
    }

    @Test
    void a_name_a_scope_and_an_end_within_a_year_are_demanded() {
        Instant soon = in(Duration.ofDays(1));
        assertEquals(422, refused(" ", PROFILE, soon));
        assertEquals(422, refused("x".repeat(101), PROFILE, soon));
        assertEquals(422, refused("x", Set.of(), soon));
        assertEquals(422, refused("x", PROFILE, ledgers.clock.instant()));
        assertEquals(422, refused("x", PROFILE, in(Duration.ofDays(366)).plusSeconds(1)));
        assertEquals(404, assertThrows(Refusal.class, () -> tokens.mint(anyi + 1, "x", PROFILE, soon)).status());
        assertEquals(0, ledgers.count("select count(*) from access_token"));
        tokens.mint(anyi, "x".repeat(100), PROFILE, in(Duration.ofDays(366)));
    }

    @Test
    void the_last_use_is_noted_once_a_minute() {
        Minted minted = mint(PROFILE);
        assertEquals(null, tokens.of(anyi).get(0).lastUsed());
        Instant first = ledgers.clock.instant();
        opens(minted);
        people.later(Duration.ofSeconds(59));
        opens(minted);
        assertEquals(first, tokens.of(anyi).get(0).lastUsed());
        people.later(Duration.ofSeconds(2));
        opens(minted);
        assertEquals(ledgers.clock.instant(), tokens.of(anyi).get(0).lastUsed());
    }

    @Test
    @DisplayName("A-03 one sees and ends one's own tokens only")
    void somebody_elses_tokens_are_not_there() {
        Minted minted = mint(PROFILE);
        long other = people.account("bo");
        assertEquals(List.of(), tokens.of(other));
        assertEquals(404, assertThrows(Refusal.class, () -> tokens.revoke(other, minted.id())).status());
        assertEquals(0, tokens.revokeAll(other));
        assertTrue(opens(minted));
        assertEquals(1, tokens.revokeAll(anyi));
        assertFalse(opens(minted));
    }

    @Test
    void there_are_at_most_fifty_also_for_a_crowd() throws Exception {
        List<Integer> answers = AtOnce.all(8, thread -> () -> {
            int made = 0;
            for (int i = 0; i < 10; i++) made += made();
            return made;
        });
        assertEquals(AccessTokens.MOST, answers.stream().mapToInt(made -> made).sum());
        assertEquals(AccessTokens.MOST, ledgers.count("select count(*) from access_token"));
        people.later(Duration.ofDays(31));
        assertTrue(opens(mint(PROFILE)));
    }

    private int made() {
        try {
            mint(PROFILE);
            return 1;
        } catch (Refusal full) {
            assertEquals(409, full.status());
            return 0;
        }
    }

    @Test
    void by_login_the_oldest_makes_room_and_others_are_left_alone() {
        Minted named = mint(PROFILE);
        Minted first = tokens.byLogin(person());
        assertTrue(opens(first));
        for (int i = 0; i < AccessTokens.MOST; i++) tokens.byLogin(person());
        assertFalse(opens(first));
        assertTrue(opens(named));
        assertEquals(AccessTokens.MOST + 1, ledgers.count("select count(*) from access_token"));
    }

    @Test
    void by_login_an_administrator_gets_the_scope_admin_and_nobody_else() {
        Minted plain = tokens.byLogin(person());
        assertEquals(PROFILE, tokens.find(plain.token()).orElseThrow().scopes());
        promote();
        assertEquals(Set.of(Scope.PROFILE, Scope.ADMIN), tokens.find(tokens.byLogin(person()).token()).orElseThrow().scopes());
        assertFalse(tokens.find(plain.token()).orElseThrow().may(Scope.ADMIN));
        people.later(Duration.ofHours(48));
        assertFalse(opens(plain));
    }

    @Test
    void the_log_hears_of_tokens_made_and_ended() {
        ledgers.events.clear();
        Minted minted = mint(PROFILE);
        tokens.revoke(anyi, minted.id());
        AccountEvent made = new AccountEvent(AccountEvent.Kind.TOKEN_MINTED, anyi, "anyi", "", new Actor(anyi, "anyi"), "backup");
        assertEquals(List.of(made, new AccountEvent(AccountEvent.Kind.TOKEN_REVOKED, anyi, "anyi", "")), ledgers.events);
        assertFalse(ledgers.events.toString().contains(minted.token()));
    }

    @Test
    void who_gets_the_way_back_in_has_no_tokens_of_before() {
        Minted minted = mint(PROFILE);
        tokens.endOf(new AccountEvent(AccountEvent.Kind.BOUND, anyi, "anyi", "github"));
        assertTrue(opens(minted));
        tokens.endOf(new AccountEvent(AccountEvent.Kind.ADMINISTRATOR_MADE, anyi, "anyi", ""));
        assertFalse(opens(minted));
    }

    @Test
    @DisplayName("K-09 who is switched off, or gets a one-time password, has no tokens of before, also when switched on again")
    void tokens_do_not_come_back_with_an_account() {
        for (AccountEvent.Kind kind : List.of(AccountEvent.Kind.DISABLED, AccountEvent.Kind.ONE_TIME_PASSWORD)) {
            Minted minted = mint(PROFILE);
            tokens.endOf(new AccountEvent(kind, anyi, "anyi", ""));
            tokens.endOf(new AccountEvent(AccountEvent.Kind.ENABLED, anyi, "anyi", ""));
            assertFalse(opens(minted));
        }
    }

    @Test
    void what_ended_is_told_of_for_a_week_and_then_swept_out() {
        mint(PROFILE);
        people.later(Duration.ofDays(36));
        tokens.purge();
        assertEquals(1, tokens.of(anyi).size());
        people.later(Duration.ofDays(2));
        tokens.purge();
        assertEquals(List.of(), tokens.of(anyi));
    }

    @Test
    void a_scope_that_nobody_knows_grants_nothing() {
        assertEquals(Set.of(Scope.VERIFY), Scope.read("verify everything"));
        assertEquals(Set.of(), Scope.read(""));
        assertNotEquals(Scope.written(Set.of(Scope.ADMIN, Scope.PROFILE)), Scope.written(PROFILE));
        assertEquals("profile admin", Scope.written(Set.of(Scope.ADMIN, Scope.PROFILE)));
    }

    @Test
    @DisplayName("B-12 what was given for the old password ends with it; tokens that were made by hand go on")
    void tokens_by_login_end_with_the_password_they_were_given_for() {
        Minted named = mint(PROFILE);
        Minted byLogin = tokens.byLogin(person());
        tokens.endOf(new AccountEvent(AccountEvent.Kind.PASSWORD_SET, anyi, "anyi", ""));
        assertTrue(opens(named));
        assertFalse(opens(byLogin));
    }

    @Test
    @DisplayName("B-12 a password that was changed while somebody came in by it opens nothing any more")
    void whoever_proved_a_password_that_is_gone_gets_no_token_and_no_session() {
        Account proven = person();
        ledgers.bean(Accounts.class).setPassword(anyi, PasswordHash.of(Password.of("a-new-password", Username.of("anyi"))));
        assertEquals(401, assertThrows(Refusal.class, () -> tokens.byLogin(proven)).status());
        assertEquals(401, assertThrows(Refusal.class, () -> ledgers.bean(Sessions.class).openBy(proven, People.DEVICE)).status());
        assertEquals(0, ledgers.count("select (select count(*) from session) + (select count(*) from access_token)"));
        assertTrue(opens(tokens.byLogin(person())));
    }

    @Test
    @DisplayName("K-09 nothing is made for who was switched off, or got a one-time password, this instant")
    void no_token_is_made_for_who_is_being_shut_out() {
        Account proven = person();
        ledgers.run("update account set disabled = true where id = " + anyi);
        assertEquals(401, refused("x", PROFILE, in(Duration.ofDays(1))));
        assertEquals(401, assertThrows(Refusal.class, () -> ledgers.bean(Sessions.class).openBy(proven, People.DEVICE)).status());
        ledgers.run("update account set disabled = false, one_time_until = timestamp '2099-01-01 00:00:00' where id = " + anyi);
        assertEquals(401, refused("x", PROFILE, in(Duration.ofDays(1))));
        assertEquals(0, ledgers.count("select count(*) from access_token"));
    }
}
