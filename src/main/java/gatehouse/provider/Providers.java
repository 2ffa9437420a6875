package gatehouse.provider;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import gatehouse.account.Administrators;
import gatehouse.account.Role;
import gatehouse.account.Roles;
import gatehouse.connection.Connection;
import gatehouse.mapping.Rule;
import gatehouse.provider.ProviderEvent.Kind;
import gatehouse.secret.Keys;
import gatehouse.secret.Secret;
import gatehouse.secret.SecretLost;
import gatehouse.secret.Tokens;
import gatehouse.web.Visit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/** The providers, in the administrator's order. A slug is never used again, and a sealed secret never leaves but for a trip. */
@ApplicationScoped
@Transactional
public class Providers {

    @PersistenceContext
    EntityManager em;
    @Inject
    Keys keys;
    @Inject
    Roles roles;
    @Inject
    Entrances entrances;
    @Inject
    Event<ProviderEvent> events;
    @Inject
    Administrators administrators;

    public List<Provider> all() {
        return em.createQuery("select p from Provider p order by p.position, p.id", Provider.class).getResultList();
    }

    public List<Provider> enabled() {
        return all().stream().filter(Provider::enabled).toList();
    }

    public Optional<Provider> find(long id) {
        return Optional.ofNullable(em.find(Provider.class, id));
    }

    /** @throws gatehouse.web.Refusal 404 when there is none of that slug */
    public Provider named(String slug) {
        return em.createQuery("select p from Provider p left join fetch p.roles where p.slug = :slug", Provider.class).setParameter("slug", slug)
                .getResultStream().findFirst().orElseThrow(ProviderRefused::unknown);
    }

    /** @throws gatehouse.web.Refusal 404 when there is none, 403 when it is switched off */
    public Provider enabled(String slug) {
        Provider provider = named(slug);
        if (!provider.enabled()) throw ProviderRefused.off(provider.name());
        return provider;
    }

    /** All a trip needs, with the secret opened. @throws gatehouse.web.Refusal 503 when the key ring does not open it */
    public Connection connection(Provider provider) {
        try {
            Secret secret = provider.sealedSecret().isEmpty() ? Secret.NONE : keys.ring().open(provider.sealedSecret(), provider.secretPlace());
            return provider.connection(secret);
        } catch (SecretLost lost) {
            throw ProviderRefused.secretLost(provider.name());
        }
    }

    /** Adds a provider, switched on, at the end; the same form sent twice adds one. */
    Provider add(Draft draft, Secret secret, Ticket ticket, Visit.Me by) {
        administrators.hold();
        return by(ticket).orElseGet(() -> {
            Slug slug = Slug.of(draft.name(), this::used);
            em.createNativeQuery("insert into used_slug (slug) values (:slug)").setParameter("slug", slug.value()).executeUpdate();
            Provider provider = new Provider(slug.value(), all().stream().mapToInt(Provider::position).max().orElse(0) + 1, ticket);
            provider.become(draft, granted(draft));
            provider.enable(true);
            em.persist(provider);
            seal(provider, secret);
            events.fire(ProviderEvent.of(Kind.ADDED, by, provider));
            return provider;
        });
    }

    private Optional<Provider> by(Ticket ticket) {
        return em.createQuery("select p from Provider p where p.ticket = :ticket", Provider.class).setParameter("ticket", ticket.value())
                .getResultStream().findFirst();
    }

    private boolean used(String slug) {
        return !em.createNativeQuery("select 1 from used_slug where slug = :slug").setParameter("slug", slug).getResultList().isEmpty();
    }

    /**
     * Changes a provider. Sending the same again changes nothing.
     *
     * @throws ChangedMeanwhile when somebody else changed it since version {@code seen}
     * @throws gatehouse.web.Refusal 409 when no administrator could get in any more
     */
    Provider change(String slug, Draft draft, Secret secret, int seen, Visit.Me by) {
        Provider provider = locked(slug);
        if (provider.version() != seen && provider.draft().equals(draft) && (secret.isEmpty() || has(provider, secret))) return provider;
        if (provider.version() != seen) throw new ChangedMeanwhile();
        List<String> fields = Differences.between(provider.draft(), draft);
        if (!secret.isEmpty()) fields.add("clientSecret");
        provider.become(draft, granted(draft));
        seal(provider, secret);
        entrances.keepAnAdministrator();
        if (!fields.isEmpty()) events.fire(ProviderEvent.of(Kind.CHANGED, by, provider, fields));
        return provider;
    }

    /**
     * Does what ends a sign-in or a binding. From the first on, the rule that told who it was is the only one that does.
     *
     * @throws gatehouse.web.Refusal 502 when another rule was the first
     */
    public <T> T recognising(long id, Rule answered, Supplier<T> work) {
        Provider provider = find(id).orElseThrow(ProviderRefused::unknown);
        if (!provider.mapping().settled() || !provider.mapping().mayAnswer(answered)) locked(provider.slug()).settle(answered);
        return work.get();
    }

    private Provider locked(String slug) {
        administrators.hold();
        Provider provider = named(slug);
        em.refresh(provider, LockModeType.PESSIMISTIC_WRITE);
        return provider;
    }

    private boolean has(Provider provider, Secret secret) {
        return Tokens.same(connection(provider).clientSecret().reveal(), secret.reveal());
    }

    private void seal(Provider provider, Secret secret) {
        if (!secret.isEmpty()) provider.seal(keys.ring().seal(secret, provider.secretPlace()));
        em.flush();
    }

    private Set<Role> granted(Draft draft) {
        return new HashSet<>(roles.grantable().stream().filter(role -> draft.roles().contains(role.id())).toList());
    }

    /** @throws gatehouse.web.Refusal 409 when it has no secret, or no administrator could get in without it */
    void enable(String slug, boolean on, Visit.Me by) {
        Provider provider = locked(slug);
        if (on && !provider.secretSaved()) throw ProviderRefused.secretMissing();
        boolean other = provider.enabled() != on;
        provider.enable(on);
        em.flush();
        entrances.keepAnAdministrator();
        if (other) events.fire(ProviderEvent.of(on ? Kind.ENABLED : Kind.DISABLED, by, provider));
    }

    /** The names of the providers that grant this role. */
    public List<String> granting(long role) {
        return em.createQuery("select p.name from Provider p join p.roles r where r.id = :role order by p.name", String.class).setParameter("role", role).getResultList();
    }

    /** Moves a provider one place up (-1) or down (1) in the order of the sign-in page. */
    void move(String slug, int steps, Visit.Me by) {
        List<Provider> order = new ArrayList<>(all());
        Provider moved = named(slug);
        int from = order.indexOf(moved);
        int to = Math.max(0, Math.min(order.size() - 1, from + steps));
        order.remove(from);
        order.add(to, moved);
        for (int i = 0; i < order.size(); i++) order.get(i).place(i + 1);
        if (from != to) events.fire(ProviderEvent.of(Kind.MOVED, by, moved));
    }

    /** Removes a provider with its identities, and the roles it granted. @throws gatehouse.web.Refusal 409 when no administrator could get in */
    void delete(String slug, Visit.Me by) {
        Provider provider = locked(slug);
        em.createNativeQuery("delete from role_grant where source = :id").setParameter("id", provider.id()).executeUpdate();
        em.remove(provider);
        em.flush();
        entrances.keepAnAdministrator();
        events.fire(ProviderEvent.of(Kind.DELETED, by, provider));
    }
}
