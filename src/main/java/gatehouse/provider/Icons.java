package gatehouse.provider;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import gatehouse.icon.Icon;
import gatehouse.icon.IconChange;
import gatehouse.web.Visit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/** The providers' icons: one each at most, gone with its provider. */
@ApplicationScoped
@Transactional
public class Icons {

    @PersistenceContext
    EntityManager em;
    @Inject
    Event<ProviderEvent> events;

    /** The icon that provider has now, when it is this one. */
    Optional<Icon> find(String slug, String hash) {
        List<?> rows = em.createNativeQuery("select i.type, i.content from provider_icon i join provider p on p.id = i.provider_id"
                + " where p.slug = :slug and i.hash = :hash").setParameter("slug", slug).setParameter("hash", hash).getResultList();
        return rows.stream().map(Object[].class::cast).map(row -> new Icon((String) row[0], (byte[]) row[1])).findFirst();
    }

    /** Saves a provider and what is to become of its icon, both or neither. */
    Provider along(IconChange change, Visit.Me by, Supplier<Provider> saving) {
        Provider provider = saving.get();
        if (!change.touches()) return provider;
        em.createNativeQuery("delete from provider_icon where provider_id = :id").setParameter("id", provider.id()).executeUpdate();
        change.icon().ifPresent(icon -> insert(provider, icon));
        provider.bear(change.icon().map(Icon::hash).orElse(""));
        events.fire(ProviderEvent.of(ProviderEvent.Kind.ICON_CHANGED, by, provider));
        return provider;
    }

    private void insert(Provider provider, Icon icon) {
        em.createNativeQuery("insert into provider_icon (provider_id, type, hash, content) values (:id, :type, :hash, :content)")
                .setParameter("id", provider.id()).setParameter("type", icon.type()).setParameter("hash", icon.hash())
                .setParameter("content", icon.content()).executeUpdate();
    }
}
