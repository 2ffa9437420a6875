package gatehouse.account;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

/** A role: a name, a permission sum, and whether it makes an administrator. Two ship: {@code user} and {@code administrator}. */
@Entity
public class Role {

    public static final String USER = "user";
    public static final String ADMINISTRATOR = "administrator";
    private static final Set<String> SHIPPED = Set.of(USER, ADMINISTRATOR);

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    private String name;
    private int permission;
    private boolean administrator;
    @Version
    private int version;

    protected Role() {
    }

    Role(RoleDraft draft) {
        name = draft.name().value();
        become(draft);
    }

    /** A shipped role keeps its name and its kind; only its sum is taken over. */
    void become(RoleDraft draft) {
        permission = draft.permissions().sum();
        if (shipped()) return;
        name = draft.name().value();
        administrator = draft.administrator();
    }

    /** Whether the house relies on it: it is neither renamed nor deleted. */
    public boolean shipped() {
        return SHIPPED.contains(name);
    }

    public static Set<Long> ids(Collection<Role> roles) {
        return roles.stream().map(Role::id).collect(Collectors.toSet());
    }

    public long id() {
        return id;
    }

    public String name() {
        return name;
    }

    public Permissions permissions() {
        return Permissions.imported(permission);
    }

    public boolean administrator() {
        return administrator;
    }

    public int version() {
        return version;
    }
}
