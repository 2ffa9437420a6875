package gatehouse.guard;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

import gatehouse.web.PublicUrl;
import gatehouse.web.Site;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** Which guarded service an address belongs to: that may be a second old, as settings are; people and sessions never. Asked at every request, without a transaction. */
@ApplicationScoped
public class Services {

    private static final long SECOND = 1_000_000_000L;

    /** @param change the last one before it was read: it is good until the next */
    private record Snapshot(List<Post> posts, long readAt, long change) {
    }

    @Inject
    ServiceRows rows;
    @Inject
    Site site;
    private final AtomicLong change = new AtomicLong();
    private volatile Snapshot snapshot;

    /** The service at that address: of several the one whose path says most. */
    Optional<Post> at(String origin, RequestPath path) {
        return posts().stream().filter(post -> post.holds(origin, path)).max(Comparator.comparingInt(post -> post.prefix().names().size()));
    }

    /** One of those on that host. @throws gatehouse.web.Refusal 404 when there is none */
    Post first(String origin) {
        return posts().stream().filter(post -> post.origin().equals(origin)).findFirst().orElseThrow(GuardRefused::unknown);
    }

    Optional<Post> post(long id) {
        return posts().stream().filter(post -> post.id() == id).findFirst();
    }

    private List<Post> posts() {
        Snapshot last = snapshot;
        long now = change.get();
        if (last != null && last.change() == now && System.nanoTime() - last.readAt() < SECOND) return last.posts();
        long begun = System.nanoTime();
        String usual = site.publicUrl().map(PublicUrl::value).orElse("");
        List<Post> posts = rows.all().stream().map(guarded -> guarded.post(usual)).toList();
        snapshot = new Snapshot(posts, begun, now);
        return posts;
    }

    @Transactional(Transactional.TxType.SUPPORTS)
    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) GuardEvent event) {
        change.incrementAndGet();
    }
}
