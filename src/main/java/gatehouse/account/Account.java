package gatehouse.account;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import gatehouse.web.Refusal;
import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Version;

/** A person known here, with the outside identities that may open the account and the roles it has. */
@Entity
public class Account extends PasswordHolder {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    private String username;
    private String canonical;
    @Column(name = "base_path")
    private String basePath;
    private int permission;
    private boolean disabled;
    @Embedded
    private Person person;
    private Instant created;
    @Version
    private int version;
    @OneToMany(mappedBy = "account", cascade = CascadeType.ALL, orphanRemoval = true)
    private final List<Identity> identities = new ArrayList<>();
    @ElementCollection
    @CollectionTable(name = "role_grant", joinColumns = @JoinColumn(name = "account_id"))
    private final Set<Grant> grants = new HashSet<>();

    protected Account() {
    }

    public Account(Username username, BasePath basePath, Permissions permissions, Person person, Instant now) {
        rename(username);
        allow(basePath, permissions);
        describe(person);
        this.created = now;
    }

    void rename(Username name) {
        username = name.shown();
        canonical = name.canonical();
    }

    void allow(BasePath path, Permissions permissions) {
        basePath = path.value();
        permission = permissions.sum();
    }

    /** Where a new account lives, once its id is known. */
    public void settle(BasePath path) {
        basePath = path.value();
    }

    public void describe(Person described) {
        person = described;
    }

    /** Makes room for the outsider: an identity of an older issuer goes, another person of the same issuer does not. */
    void giveWay(Outsider outsider, String providerName) {
        identityAt(outsider.provider()).filter(there -> !there.is(outsider)).ifPresent(there -> {
            if (there.issuer().equals(outsider.issuer())) throw AccountRefused.otherIdentity(providerName);
            identities.remove(there);
        });
    }

    /** Binds the outsider, for whom there is room; a second time is nothing new. */
    Identity bind(Outsider outsider, Instant now) {
        return identityAt(outsider.provider()).orElseGet(() -> {
            Identity bound = new Identity(this, outsider, now);
            identities.add(bound);
            return bound;
        });
    }

    /**
     * Gives an identity up, with the roles its provider granted.
     *
     * @param password whether the account has one that counts
     * @param wayIn    whether an identity could sign in today
     */
    void unbind(Identity identity, boolean password, Predicate<Identity> wayIn, Refusal lastWayIn) {
        if (!password && identities.stream().filter(other -> other != identity).noneMatch(wayIn)) throw lastWayIn;
        giveUp(identity);
    }

    /** Gives an identity up, whatever else there is. */
    void giveUp(Identity identity) {
        identities.remove(identity);
        grants.removeIf(grant -> grant.source() == identity.provider());
    }

    /** The roles a provider grants from now on; what it granted before and grants no more is withdrawn. */
    void grantFrom(long source, Collection<Role> roles) {
        Set<Grant> now = roles.stream().map(role -> new Grant(role, source)).collect(Collectors.toSet());
        grants.removeIf(grant -> grant.source() == source && !now.contains(grant));
        grants.addAll(now);
    }

    void grantByHand(Role role) {
        grants.add(new Grant(role, Grant.BY_HAND));
    }

    void enable(boolean on) {
        disabled = !on;
    }

    public Optional<Identity> identityAt(long provider) {
        return identities.stream().filter(identity -> identity.provider() == provider).findFirst();
    }

    public List<Identity> identities() {
        return List.copyOf(identities);
    }

    /** What it may do by itself, without its roles. */
    public Permissions ownPermissions() {
        return Permissions.imported(permission);
    }

    /** Everything the account may do: its own permissions and its roles' together. */
    public Permissions permissions() {
        Permissions sum = ownPermissions();
        for (Grant grant : grants) sum = sum.plus(grant.role().permissions());
        return sum;
    }

    public boolean administrator() {
        return grants.stream().anyMatch(grant -> grant.role().administrator());
    }

    /** Which roles it has, and from where. */
    public List<Grant> grants() {
        return List.copyOf(grants);
    }

    public List<String> roleNames() {
        return grants.stream().map(grant -> grant.role().name()).distinct().sorted().toList();
    }

    public long id() {
        return id;
    }

    public String username() {
        return username;
    }

    String canonical() {
        return canonical;
    }

    public BasePath basePath() {
        return new BasePath(basePath);
    }

    public boolean disabled() {
        return disabled;
    }

    public Person person() {
        return person;
    }

    public Instant created() {
        return created;
    }

    /** Grows with every change: a form made from an older one is refused. */
    public int version() {
        return version;
    }
}
