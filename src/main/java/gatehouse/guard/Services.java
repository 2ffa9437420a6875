package gatehouse.guard;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import gatehouse.web.Lately;
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

    @Inject
    ServiceRows rows;
    @Inject
    Site site;
    private final Lately<List<Post>> posts = new Lately<>(this::read);

    /** The service at that address: of several the one whose path says most. */
    Optional<Post> at(String origin, RequestPath path) {
        return posts.get().stream().filter(post -> post.holds(origin, path)).max(Comparator.comparingInt(post -> post.prefix().names().size()));
    }

    /** One of those on that host. @throws gatehouse.web.Refusal 404 when there is none */
    Post first(String origin) {
        return posts.get().stream().filter(post -> post.origin().equals(origin)).findFirst().orElseThrow(GuardRefused::unknown);
    }

    Optional<Post> post(long id) {
        return posts.get().stream().filter(post -> post.id() == id).findFirst();
    }

    private List<Post> read() {
        String usual = site.publicUrl().map(PublicUrl::value).orElse("");
        return rows.all().stream().map(guarded -> guarded.post(usual)).toList();
    }

    @Transactional(Transactional.TxType.SUPPORTS)
    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) GuardEvent event) {
        posts.anew();
    }
}
