package gatehouse.nodes;

import static gatehouse.nodes.Town.at;
import static gatehouse.nodes.Town.expect;

import gatehouse.it.Unreachable;
import gatehouse.it.Visitor;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** A stream of people who sign in for the first time, while a node is killed and comes back. Whoever fails begins again, as a person would. */
final class Storm {

    private static final int PEOPLE = 300;
    private static final int AT_ONCE = 6;
    private static final int MOST_TRIES = 5;
    private final Town town;
    private final List<Visitor> people;
    private final AtomicInteger again = new AtomicInteger();
    private final AtomicInteger in = new AtomicInteger();

    Storm(Town town) {
        this.town = town;
        this.people = IntStream.range(0, PEOPLE).mapToObj(any -> town.stranger()).toList();
    }

    /** @return what happened, in words */
    String kills(Node node) throws InterruptedException, IOException {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        IntStream.range(0, PEOPLE).forEach(number -> threads.execute(() -> comes(number)));
        threads.shutdown();
        while (in.get() < PEOPLE / 3) Thread.sleep(5);
        node.kill();
        if (!threads.awaitTermination(3, TimeUnit.MINUTES)) throw new AssertionError("only " + in + " of " + PEOPLE + " came in");
        nothingIsHalfWritten();
        node.start();
        node.awaitReady();
        for (Visitor one : people) expect(200, at(one, node).get("/profile"));
        return PEOPLE + " people came in, " + again + " of them by beginning again";
    }

    private void comes(int number) {
        for (int tries = 1; ; tries++) {
            try {
                town.signIn(people.get(number), "storm" + number);
                in.incrementAndGet();
                return;
            } catch (Unreachable | AssertionError e) {
                if (tries == MOST_TRIES) throw new AssertionError("person " + number + " never came in", e);
                again.incrementAndGet();
            }
        }
    }

    private void nothingIsHalfWritten() {
        if (in.get() != PEOPLE) throw new AssertionError("only " + in + " of " + PEOPLE + " came in");
        town.counts(PEOPLE, "select count(*) from identity where subject like 'storm%'");
        town.counts(PEOPLE, "select count(distinct account_id) from identity where subject like 'storm%'");
        town.counts(PEOPLE, "select count(*) from account where username like 'storm%'");
        town.counts(0, "select count(*) from account a where password_hash is null and not exists (select from identity i where i.account_id = a.id)");
        town.counts(0, "select count(*) from account a where not exists (select from used_username u where u.canonical = a.canonical)");
    }
}
