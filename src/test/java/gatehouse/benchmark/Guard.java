package gatehouse.benchmark;

import static java.nio.charset.StandardCharsets.US_ASCII;

import gatehouse.session.Outposts;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** What a proxy asks of Gatehouse, and what costs the least there, to hold against it. */
record Guard(Crowd crowd) {

    private static final String VERIFY = "/api/auth/verify";
    /** Prime to every number of people, so that each comes once before one comes again, in no order. */
    private static final long STRIDE = 7_919_993;
    private static final int A_ROUND = 4000;

    List<Question> questions() {
        List<Question> all = new ArrayList<>();
        all.add(Question.of("trivial servlet", 200, A_ROUND, any -> Question.get("/status/live")));
        all.add(Question.of("check, no such service", 403, A_ROUND, any -> check("http://elsewhere.example", "Cookie: " + Outposts.COOKIE + "=none")));
        all.add(Question.of("check by cookie", 200, A_ROUND, i -> byCookie(person(i))));
        all.add(Question.of("check by Bearer", 200, A_ROUND, i -> check(Crowd.GUARDED, "Authorization: Bearer " + Crowd.token(person(i)))));
        all.add(Question.of("check by Basic", 200, A_ROUND, i -> check(Crowd.GUARDED, "Authorization: Basic " + basic(person(i)))));
        if (crowd.noted() < crowd.people()) all.add(Question.of("cookie, first in a minute", 200, A_ROUND / 16, i -> byCookie(crowd.noted() + i)));
        return all;
    }

    private int person(int question) {
        return (int) (question * STRIDE % crowd.noted());
    }

    private static byte[] byCookie(int person) {
        return check(Crowd.GUARDED, "Cookie: theme=dark; " + Outposts.COOKIE + "=" + Crowd.session(person));
    }

    private static String basic(int person) {
        return Base64.getEncoder().encodeToString(("person" + person + ":" + Crowd.token(person)).getBytes(US_ASCII));
    }

    private static byte[] check(String origin, String header) {
        return Question.get(VERIFY, "X-Original-Method: GET", "X-Original-URL: " + origin + "/library/2026/notes.txt", header);
    }
}
