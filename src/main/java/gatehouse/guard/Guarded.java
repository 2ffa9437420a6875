package gatehouse.guard;

import java.net.URI;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

import gatehouse.account.Role;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.Version;

/** The row of a guarded service. */
@Entity
class Guarded {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    private String name;
    private String origin;
    private String prefix;
    @Enumerated(EnumType.STRING)
    private Mode mode;
    @Enumerated(EnumType.STRING)
    private Confinement confinement;
    @Column(name = "open_paths")
    private String openPaths;
    @Column(name = "sign_in")
    private String signIn;
    private String upstream;
    @Version
    private int version;
    @ManyToMany(fetch = FetchType.EAGER)
    @JoinTable(name = "guarded_role", joinColumns = @JoinColumn(name = "guarded_id"), inverseJoinColumns = @JoinColumn(name = "role_id"))
    private Set<Role> roles = new HashSet<>();

    protected Guarded() {
    }

    Guarded(Draft draft, Set<Role> roles) {
        become(draft, roles);
    }

    final void become(Draft draft, Set<Role> granted) {
        name = draft.name();
        origin = draft.origin();
        prefix = draft.prefix();
        mode = draft.mode();
        confinement = draft.confinement();
        openPaths = draft.openPaths();
        signIn = draft.signIn();
        upstream = draft.upstream();
        roles = new HashSet<>(granted);
    }

    Draft draft() {
        return new Draft(name, origin, prefix, mode, Role.ids(roles), openPaths, confinement, signIn, upstream);
    }

    /** @param usual the address people use; empty when none is known */
    Post post(String usual) {
        return new Post(id, name, origin, prefix.isEmpty() ? RequestPath.ROOT : RequestPath.of(prefix), mode,
                roles.stream().map(Role::name).collect(Collectors.toSet()), openPaths.lines().map(RequestPath::of).toList(), confinement,
                signIn.isEmpty() ? usual : signIn, URI.create(upstream).getScheme());
    }

    long id() {
        return id;
    }

    String name() {
        return name;
    }

    int version() {
        return version;
    }
}
