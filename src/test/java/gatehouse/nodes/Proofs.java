package gatehouse.nodes;

import static gatehouse.nodes.Town.at;
import static gatehouse.nodes.Town.departs;
import static gatehouse.nodes.Town.expect;

import gatehouse.AtOnce;
import gatehouse.it.Desk;
import gatehouse.it.Myself;
import gatehouse.it.Page;
import gatehouse.it.Parameters;
import gatehouse.it.Visitor;
import java.net.URI;
import java.util.List;
import java.util.stream.IntStream;

/** What two nodes promise, promise by promise; each fails with an AssertionError. */
record Proofs(Town town) {

    void one_administrator_and_one_key_ring_came_of_two_first_starts() {
        town.counts(1, "select count(*) from account");
        town.counts(1, "select count(*) from role_grant g join role r on r.id = g.role_id where r.administrator");
        town.counts(1, "select count(*) from key_check");
        town.counts(0, "select count(*) from flyway_schema_history where not success");
    }

    /** Whoever came second waited, and met no row of the other's. */
    void neither_logged_a_quarrel_in_the_database() {
        for (Node node : List.of(town.a(), town.b())) {
            if (node.log().contains("constraint")) throw new AssertionError("node " + node.name() + " says:\n" + node.log());
        }
    }

    void an_attempt_begun_on_one_node_ends_on_the_other_exactly_once() {
        Visitor ann = town.stranger();
        URI home = town.agrees(ann, departs(at(ann, town.a())), "ann");
        expect(303, at(ann, town.b()).get(home));
        expect(200, at(ann, town.a()).get("/profile"));
        expect(400, at(ann, town.a()).get(home));
        expect(400, at(ann, town.b()).get(home));
    }

    void two_answers_to_one_attempt_at_once_are_one_sign_in() throws Exception {
        Visitor ann = town.stranger();
        URI home = town.agrees(ann, departs(ann), "ann");
        List<Integer> answers = AtOnce.all(List.of(() -> at(ann, town.a()).get(home).status(), () -> at(ann, town.b()).get(home).status()));
        if (!List.of(303, 400).equals(answers.stream().sorted().toList())) throw new AssertionError("one of them and not the other: " + answers);
    }

    void a_session_is_known_and_ended_on_both_nodes_at_once() {
        Visitor ann = town.stranger();
        town.signIn(at(ann, town.a()), "ann");
        for (int i = 0; i < 5; i++) expect(200, at(ann, town.b()).get("/profile"));
        checked(200, ann);
        expect(303, at(ann, town.a()).submit(at(ann, town.a()).get("/profile").formTo("/logout")));
        Page profile = expect(303, at(ann, town.b()).get("/profile"));
        if (!profile.location().getPath().equals("/login")) throw new AssertionError("led to " + profile.location());
        checked(401, ann);
    }

    /** A stolen cookie is the old one: sign-out clears the browser's. */
    void a_kept_cookie_is_worth_nothing_on_the_other_node_after_the_sign_out() {
        Visitor ann = town.stranger();
        town.signIn(ann, "ann");
        Visitor thief = town.stranger();
        ann.cookies().all().forEach(thief.cookies()::put);
        checked(200, thief);
        expect(303, at(ann, town.a()).submit(at(ann, town.a()).get("/profile").formTo("/logout")));
        checked(401, thief);
        expect(303, at(thief, town.b()).get("/profile"));
    }

    private void checked(int status, Visitor visitor) {
        expect(status, at(visitor, town.b()).get("/api/auth/verify", "X-Original-Method", "GET", "X-Original-URL", town.house() + "/guarded"));
    }

    void a_provider_that_was_switched_off_on_one_node_is_refused_on_the_other_at_once() {
        Visitor ann = town.stranger();
        Visitor early = town.stranger();
        Visitor admin = at(town.administrator().browser(), town.a());
        URI home = town.agrees(early, departs(at(early, town.b())), "early");
        Page login = at(ann, town.b()).get("/login");
        String page = "/admin/providers/" + Town.SLUG;
        expect(303, admin.submit(admin.get(page + "/disable").formTo("/disable")));
        Page refused = at(ann, town.b()).submit(login.form("form.ways").sentTo("/sso/" + Town.SLUG));
        if (refused.status() < 400) throw new AssertionError("still let out to " + refused.location());
        if (at(early, town.b()).get(home).status() < 400) throw new AssertionError("whoever was under way still came in");
        expect(303, admin.submit(admin.get("/admin/providers").formTo("/" + Town.SLUG).sentTo(page + "/enable")));
        town.signIn(at(ann, town.b()), "ann");
    }

    void first_sign_ins_of_one_person_on_both_nodes_at_once_make_one_account() throws Exception {
        for (int round = 0; round < 10; round++) {
            String subject = "twin" + round;
            List<Visitor> both = List.of(town.stranger(), town.stranger());
            List<URI> homes = both.stream().map(one -> town.agrees(one, departs(one), subject)).toList();
            AtOnce.all(List.of(() -> expect(303, at(both.get(0), town.a()).get(homes.get(0))), () -> expect(303, at(both.get(1), town.b()).get(homes.get(1)))));
            if (!Myself.of(both.get(0)).username().equals(Myself.of(both.get(1)).username())) throw new AssertionError("two accounts of " + subject);
            town.counts(1, "select count(*) from identity where subject = '" + subject + "'");
        }
    }

    void of_two_administrators_who_demote_each_other_on_two_nodes_one_stays() throws Exception {
        for (int round = 0; round < 5; round++) {
            Visitor admin = town.administrator().browser();
            Desk desk = new Desk(admin);
            Desk.Newcomer bob = desk.add("bob" + round);
            expect(303, desk.roles(bob.address(), "user", "administrator"));
            Visitor other = arrives(bob);
            String first = desk.find("admin");
            List<Integer> answers = AtOnce.all(List.of(() -> new Desk(at(admin, town.a())).roles(bob.address(), "user").status(),
                    () -> new Desk(at(other, town.b())).roles(first, "user").status()));
            town.counts(1, "select count(*) from role_grant g join role r on r.id = g.role_id where r.administrator");
            if (answers.stream().filter(status -> status == 303).count() != 1) throw new AssertionError("one of them was refused: " + answers);
            if (answers.get(0) == 303) continue;
            expect(303, new Desk(other).roles(first, "user", "administrator"));
            expect(303, new Desk(town.administrator().browser()).roles(bob.address(), "user"));
        }
    }

    private Visitor arrives(Desk.Newcomer newcomer) {
        Visitor visitor = town.stranger();
        expect(303, visitor.submit(visitor.get("/login").formTo("/login").with("username", newcomer.username(), "password", newcomer.oneTimePassword())));
        String password = "nine yellow wheelbarrows";
        expect(303, visitor.submit(visitor.get("/profile/password").formTo("/profile/password").with("password", password, "repeated", password)));
        return visitor;
    }

    void guesses_on_both_nodes_are_counted_together() {
        Visitor guesser = town.stranger();
        String token = guesser.get("/login").csrf();
        List<Integer> answers = IntStream.range(0, 12).mapToObj(i -> at(guesser, i % 2 == 0 ? town.a() : town.b())
                .post("/login", Parameters.listed("csrf", token, "username", "nobody", "password", "wrong guess " + i)).status()).toList();
        if (answers.subList(0, 10).contains(429) || !answers.subList(10, 12).equals(List.of(429, 429))) throw new AssertionError("ten tries, then 429: " + answers);
    }
}
