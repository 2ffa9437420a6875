package gatehouse.provider;

import java.util.HashSet;
import java.util.Set;

import gatehouse.account.Role;
import gatehouse.admission.Admission;
import gatehouse.connection.Connection;
import gatehouse.connection.Origin;
import gatehouse.mapping.Mapping;
import gatehouse.mapping.Rule;
import gatehouse.secret.Secret;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.Version;

/** An outside OAuth 2.0 or OpenID Connect server that an administrator has set up. Its slug is its address for ever. */
@Entity
public class Provider {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    private String slug;
    private String ticket;
    private String name;
    @Embedded
    private Destination destination;
    private boolean enabled;
    private int position;
    @Column(name = "client_secret")
    private String sealedSecret = "";
    private String scope;
    private boolean pkce;
    @Embedded
    private KeptRedirect redirect;
    @Embedded
    private KeptMapping mapping;
    @Embedded
    private KeptTerms terms;
    @Embedded
    private Origin origin;
    private String icon = "";
    @Embedded
    private Network network;
    private int configuration;
    @Version
    private int version;
    @ManyToMany
    @JoinTable(name = "provider_role", joinColumns = @JoinColumn(name = "provider_id"), inverseJoinColumns = @JoinColumn(name = "role_id"))
    private Set<Role> roles = new HashSet<>();

    protected Provider() {
    }

    Provider(String slug, int position, Ticket ticket) {
        this.slug = slug;
        this.position = position;
        this.ticket = ticket.value();
    }

    /** Takes the draft over. Trips under way do not survive a change of what they rest on. */
    void become(Draft draft, Set<Role> granted) {
        name = draft.name();
        destination = draft.destination();
        scope = draft.scope();
        pkce = draft.pkce();
        redirect = new KeptRedirect(draft.redirectStyle(), draft.redirectUrl());
        mapping = KeptMapping.of(draft.mapping());
        terms = KeptTerms.of(draft.registration(), draft.domains());
        origin = draft.origin();
        roles = granted;
        network = draft.network();
        configuration++;
    }

    void seal(String sealed) {
        sealedSecret = sealed;
    }

    /** What the sealed secret is bound to: pasted into another row it does not open. */
    String secretPlace() {
        return "provider/client_secret/" + id;
    }

    public Connection connection(Secret secret) {
        return new Connection(id, slug, destination.protocol(), destination.issuer(), destination.endpoints(), destination.clientId(), secret,
                destination.authentication(), scope, pkce, destination.dialect(), network.patience(), origin, network.route());
    }

    /** What it is now, as it could be saved again. */
    Draft draft() {
        return new Draft(name, destination, scope, pkce, redirect.style(), redirect.url(), mapping(), terms.registration(), admission().domains(), Role.ids(roles), network,
                origin);
    }

    void enable(boolean on) {
        enabled = on;
    }

    void place(int at) {
        position = at;
    }

    /** @param hash of its icon; empty for none */
    void bear(String hash) {
        icon = hash;
    }

    /** Where its icon is, a path of ours: its own, else its preset's mark; empty when it has none. */
    public String icon() {
        return icon.isEmpty() ? Presets.named(origin.preset()).map(Preset::mark).orElse("") : "/icons/" + slug + "/" + icon;
    }

    public RedirectAddresses redirects(String base, boolean compatibility) {
        return RedirectAddresses.of(redirect.style(), this, base, compatibility);
    }

    String redirectUrl() {
        return redirect.url();
    }

    public long id() {
        return id;
    }

    public String slug() {
        return slug;
    }

    public String name() {
        return name;
    }

    public boolean enabled() {
        return enabled;
    }

    int position() {
        return position;
    }

    public Mapping mapping() {
        return mapping.mapping();
    }

    /** From now on that rule alone tells who somebody is. @throws gatehouse.web.Refusal 502 when another one does already */
    void settle(Rule answered) {
        mapping = mapping.settled(answered, name);
    }

    Origin origin() {
        return origin;
    }

    public Admission admission() {
        return terms.admission(mapping.type());
    }

    /** What it calls the code in the callback. */
    public String codeParameter() {
        return destination.dialect().authorize().code();
    }

    Destination destination() {
        return destination;
    }

    public Set<Role> roles() {
        return Set.copyOf(roles);
    }

    public int configuration() {
        return configuration;
    }

    int version() {
        return version;
    }

    public String issuer() {
        return destination.issuer();
    }

    String sealedSecret() {
        return sealedSecret;
    }

    /** Without a secret nobody can come in by it. */
    boolean secretSaved() {
        return !sealedSecret.isEmpty();
    }
}
