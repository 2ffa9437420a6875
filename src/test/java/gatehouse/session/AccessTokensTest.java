package gatehouse.session;

import static gatehouse.session.Mint.ALL;
import static gatehouse.session.Mint.PROFILE;
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
import gatehouse.secret.Tokens;
import gatehouse.web.Refusal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccessTokensTest {

    private final Mint mint;

    AccessTokensTest(@TempDir Path data) {
        mint = new Mint(data);
    }

    @Test
    void a_token_opens_its_account_with_its_rights_and_its_scopes() {
        mint.ledgers.run("update account set base_path = '/anyi', permission = 8 where id = " + mint.anyi);
        mint.ledgers.run("insert into role (name, permission, administrator) values ('writers', 16, false)");
        mint.ledgers.run("insert into role_grant select " + mint.anyi + ", id, 0 from role where name in ('user', 'writers')");
        TokenView view = mint.tokens.find(mint.mint(Set.of(Scope.PROFILE, Scope.VERIFY)).token()).orElseThrow();
        assertEquals(List.of("user", "writers"), view.roles());
        assertEquals(24, view.permissions().sum());
        assertEquals("/anyi", view.basePath().value());
        assertEquals("anyi", view.username());
        assertEquals(mint.anyi, view.account());
        assertTrue(view.may(Scope.VERIFY) && view.may(Scope.PROFILE) && !view.may(Scope.ADMIN) && !view.administrator());
    }

    @Test
    void an_account_without_a_role_has_a_token_too() {
        TokenView view = mint.tokens.find(mint.mint(PROFILE).token()).orElseThrow();
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
        Minted minted = mint.mint(PROFILE);
        assertEquals(1, mint.ledgers.count("select count(*) from access_token where token_hash = '" + Tokens.hash(minted.token()) + "'"));
        assertFalse(minted.toString().contains(minted.token()) || mint.tokens.of(mint.anyi).toString().contains(minted.token()));
    }

    @Test
    @DisplayName("A-10 the scope admin is for administrators, and ends with that")
    void the_scope_admin_needs_an_administrator() {
        assertEquals(403, mint.refused("x", ALL, mint.in(Duration.ofDays(1))));
        mint.promote();
        Minted minted = mint.mint(ALL);
        TokenView view = mint.tokens.find(minted.token()).orElseThrow();
        assertTrue(view.may(Scope.ADMIN) && view.administrator() && view.me().admin());
        mint.ledgers.run("delete from role_grant where account_id = " + mint.anyi);
        TokenView later = mint.tokens.find(minted.token()).orElseThrow();
        assertTrue(later.may(Scope.PROFILE) && !later.may(Scope.ADMIN) && !later.me().admin());
    }

    @Test
    void a_name_a_scope_and_an_end_within_a_year_are_demanded() {
        Instant soon = mint.in(Duration.ofDays(1));
        assertEquals(422, mint.refused(" ", PROFILE, soon));
        assertEquals(422, mint.refused("x".repeat(101), PROFILE, soon));
        assertEquals(422, mint.refused("x", Set.of(), soon));
        assertEquals(422, mint.refused("x", PROFILE, mint.ledgers.clock.instant()));
        assertEquals(422, mint.refused("x", PROFILE, mint.in(Duration.ofDays(366)).plusSeconds(1)));
        assertEquals(404, assertThrows(Refusal.class, () -> mint.tokens.mint(mint.anyi + 1, "x", PROFILE, soon)).status());
        assertEquals(0, mint.ledgers.count("select count(*) from access_token"));
        mint.tokens.mint(mint.anyi, "x".repeat(100), PROFILE, mint.in(Duration.ofDays(366)));
    }

    @Test
    void the_last_use_is_noted_once_a_minute() {
        Minted minted = mint.mint(PROFILE);
        assertEquals(null, mint.tokens.of(mint.anyi).get(0).lastUsed());
        Instant first = mint.ledgers.clock.instant();
        mint.opens(minted);
        mint.people.later(Duration.ofSeconds(59));
        mint.opens(minted);
        assertEquals(first, mint.tokens.of(mint.anyi).get(0).lastUsed());
        mint.people.later(Duration.ofSeconds(2));
        mint.opens(minted);
        assertEquals(mint.ledgers.clock.instant(), mint.tokens.of(mint.anyi).get(0).lastUsed());
    }

    @Test
    void there_are_at_most_fifty_also_for_a_crowd() throws Exception {
        List<Integer> answers = AtOnce.all(8, thread -> () -> {
            int made = 0;
            for (int i = 0; i < 10; i++) made += made();
            return made;
        });
        assertEquals(AccessTokens.MOST, answers.stream().mapToInt(made -> made).sum());
        assertEquals(AccessTokens.MOST, mint.ledgers.count("select count(*) from access_token"));
        mint.people.later(Duration.ofDays(31));
        assertTrue(mint.opens(mint.mint(PROFILE)));
    }

    private int made() {
        try {
            mint.mint(PROFILE);
            return 1;
        } catch (Refusal full) {
            assertEquals(409, full.status());
            return 0;
        }
    }

    @Test
    void by_login_the_oldest_makes_room_and_others_are_left_alone() {
        Minted named = mint.mint(PROFILE);
        Minted first = mint.tokens.byLogin(mint.person());
        assertTrue(mint.opens(first));
        for (int i = 0; i < AccessTokens.MOST; i++) mint.tokens.byLogin(mint.person());
        assertFalse(mint.opens(first));
        assertTrue(mint.opens(named));
        assertEquals(AccessTokens.MOST + 1, mint.ledgers.count("select count(*) from access_token"));
    }

    @Test
    void by_login_an_administrator_gets_the_scope_admin_and_nobody_else() {
        Minted plain = mint.tokens.byLogin(mint.person());
        assertEquals(PROFILE, mint.tokens.find(plain.token()).orElseThrow().scopes());
        mint.promote();
        assertEquals(Set.of(Scope.PROFILE, Scope.ADMIN), mint.tokens.find(mint.tokens.byLogin(mint.person()).token()).orElseThrow().scopes());
        assertFalse(mint.tokens.find(plain.token()).orElseThrow().may(Scope.ADMIN));
        mint.people.later(Duration.ofHours(48));
        assertFalse(mint.opens(plain));
    }

    @Test
    void a_scope_that_nobody_knows_grants_nothing() {
        assertEquals(Set.of(Scope.VERIFY), Scope.read("verify everything"));
        assertEquals(Set.of(), Scope.read(""));
        assertNotEquals(Scope.written(Set.of(Scope.ADMIN, Scope.PROFILE)), Scope.written(PROFILE));
        assertEquals("profile admin", Scope.written(Set.of(Scope.ADMIN, Scope.PROFILE)));
    }
}
