package gatehouse.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import gatehouse.Ledgers;
import gatehouse.People;
import gatehouse.account.Account;
import gatehouse.account.Accounts;
import jakarta.persistence.EntityManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UsersTest {

    private final Ledgers ledgers;
    private final People people;

    UsersTest(@TempDir Path data) {
        ledgers = new Ledgers(data);
        people = new People(ledgers);
    }

    static Search search(String... parameters) {
        Map<String, String> asked = new HashMap<>();
        for (int i = 0; i < parameters.length; i += 2) asked.put(parameters[i], parameters[i + 1]);
        return Search.of(asked::get);
    }

    private Sheet sheet(Search search, Turn turn) {
        return ledgers.bean(Users.class).sheet(search, turn);
    }

    private List<String> names(Search search) {
        return sheet(search, Turn.FIRST).ids().stream().map(this::name).toList();
    }

    private String name(long id) {
        return ledgers.bean(Accounts.class).find(id).map(Account::username).orElseThrow();
    }

    /** All pages in their order, as somebody sees who follows the links. */
    private List<Long> walked(Search search, boolean backward) {
        List<Long> all = new ArrayList<>();
        Optional<Turn> turn = Optional.of(new Turn(backward, Optional.empty()));
        while (turn.isPresent()) {
            Sheet sheet = sheet(search, turn.get());
            List<Long> ids = new ArrayList<>(sheet.ids());
            if (backward) Collections.reverse(ids);
            all.addAll(ids);
            turn = (backward ? sheet.before() : sheet.after()).map(at -> new Turn(backward, Optional.of(at)));
        }
        if (backward) Collections.reverse(all);
        return all;
    }

    private void crowd(int count) {
        ledgers.run("insert into account (username, canonical, password_hash, base_path, permission, disabled, nickname, email, email_verified, phone, description, avatar, created, version)"
                + " select 'user' || x, 'user' || translate(x, '0123456789', 'abcdefghkn'), case when mod(x, 2) = 0 then 'hash' end, case when mod(x, 3) = 0 then '/home/new' else '/team/' || mod(x, 7) end, 0, mod(x, 5) = 0, '',"
                + " 'User' || x || '@Example.com', false, '', '', '', timestamp '2026-01-01 00:00:00', 0 from system_range(1, " + count + ")");
    }

    @Test
    void every_search_shows_each_account_once_forwards_and_backwards() {
        crowd(180);
        long github = people.provider("github");
        ledgers.run("insert into identity (account_id, provider_id, issuer, subject, name_there, created) select id, " + github + ", '', 's' || id, '', created from account where mod(id, 3) > 0");
        ledgers.run("insert into role_grant (account_id, role_id, source) select id, 1, 0 from account where mod(id, 2) = 0");
        ledgers.run("insert into role_grant (account_id, role_id, source) select id, 1, " + github + " from account where mod(id, 4) = 0");
        String provider = Long.toString(github);
        check(search(), 180);
        check(search("q", "userb"), 92);
        check(search("q", "/home/"), 60);
        check(search("q", "/"), 180);
        check(search("q", "USER1", "in", "email"), 92);
        check(search("state", "disabled"), 36);
        check(search("state", "active"), 144);
        check(search("role", "1"), 90);
        check(search("provider", provider), 120);
        check(search("role", "1", "provider", provider, "state", "active"), 48);
        check(search("q", "/team", "role", "1"), 60);
        check(search("q", "user", "state", "disabled", "provider", provider), 24);
        check(search("state", "stranded"), 24);
    }

    private void check(Search search, int expected) {
        List<Long> forward = walked(search, false);
        assertEquals(expected, forward.size(), search.toString());
        assertEquals(expected, forward.stream().distinct().count(), search.toString());
        assertEquals(forward, walked(search, true), search.toString());
        assertEquals(new Sheet.Count(expected, false), sheet(search, Turn.FIRST).count(), search.toString());
    }

    @Test
    void names_stand_in_their_order_and_the_page_before_leads_back() {
        for (String name : List.of("bob", "Anna", "张三", "anyi")) people.account(name);
        assertEquals(List.of("Anna", "anyi", "bob", "张三"), names(search()));
        crowd(120);
        Sheet first = sheet(search(), Turn.FIRST);
        assertEquals(Users.ROWS, first.ids().size());
        assertTrue(first.before().isEmpty());
        Sheet second = sheet(search(), new Turn(false, first.after()));
        assertEquals(first.ids(), sheet(search(), new Turn(true, second.before())).ids());
        assertEquals(first.after(), sheet(search(), new Turn(true, second.before())).after());
    }

    @Test
    void a_name_is_found_by_its_beginning_whatever_its_case_and_look() {
        for (String name : List.of("Éva", "eve", "moon", "𠮷野", "a%b".replace('%', '_'), "ab")) people.account(name);
        assertEquals(List.of("eve", "Éva"), names(search("q", "E")));
        assertEquals(List.of("moon"), names(search("q", "ＭＯ")));
        assertEquals(List.of("𠮷野"), names(search("q", "𠮷")));
        assertEquals(List.of("a_b"), names(search("q", "a_")));
        assertEquals(List.of(), names(search("q", "%")));
        assertEquals(List.of(), names(search("q", "' or 1 = 1 --")));
        assertEquals(List.of(), names(search("q", "\u00A0\u3164")));
    }

    @Test
    void a_person_is_found_by_the_whole_subject_that_a_provider_gave_them() {
        long anyi = people.account("anyi");
        people.bound(anyi, people.provider("github"), "dc188911");
        people.bound(anyi, people.provider("acme"), "dc188911");
        assertEquals(List.of("anyi"), names(search("q", "dc188911", "in", "subject")));
        assertEquals(List.of(), names(search("q", "dc18891", "in", "subject")));
        assertEquals(List.of(), names(search("q", "DC188911", "in", "subject")));
    }

    @Test
    void whoever_nothing_opens_is_found_by_that() {
        long github = people.provider("github");
        people.account("with.password", "correct-horse-battery");
        people.bound(people.account("with.identity"), github, "1");
        people.account("with.nothing");
        assertEquals(List.of("with.nothing"), names(search("state", "stranded")));
        ledgers.run("update provider set issuer = 'https://new.example'");
        assertEquals(List.of("with.identity", "with.nothing"), names(search("state", "stranded")));
        ledgers.run("update account set one_time_until = timestamp '2026-02-01 00:00:00' where username = 'with.password'");
        assertEquals(3, names(search("state", "stranded")).size());
    }

    @Test
    void looking_for_what_no_index_knows_stops_and_goes_on_from_there() {
        crowd(12_000);
        people.account("zz.last");
        Search rare = search("state", "stranded", "q", "zz");
        assertEquals(List.of("zz.last"), names(rare));
        ledgers.run("update account set password_hash = 'hash' where username <> 'zz.last'");
        Sheet first = sheet(search("state", "stranded"), Turn.FIRST);
        assertEquals(List.of(), first.ids());
        assertTrue(first.cut());
        assertEquals(new Sheet.Count(0, true), first.count());
        assertEquals(List.of("zz.last"), walked(search("state", "stranded"), false).stream().map(this::name).toList());
        assertEquals(List.of("zz.last"), walked(search("state", "stranded"), true).stream().map(this::name).toList());
    }

    @Test
    void every_search_follows_an_index_that_gives_its_order() {
        crowd(2000);
        ledgers.run("analyze");
        Statements.of(1, people.provider("github")).forEach((search, sql) -> {
            String plan = ledgers.in(() -> (String) ledgers.bean(EntityManager.class).createNativeQuery("explain " + sql).getSingleResult());
            assertFalse(plan.contains("tableScan"), search + "\n" + plan);
            if (!search.startsWith("subject")) assertTrue(plan.contains("index sorted"), search + "\n" + plan);
        });
    }

    @Test
    void counting_stops_at_a_thousand() {
        crowd(1000);
        assertEquals(new Sheet.Count(1000, false), sheet(search(), Turn.FIRST).count());
        people.account("one.more");
        assertEquals(new Sheet.Count(1000, true), sheet(search(), Turn.FIRST).count());
    }
}
