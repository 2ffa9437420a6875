package gatehouse.account;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

/** A role: a name, a permission sum, and whether it makes an administrator. Two ship: {@code user} and {@code administrator}. */
@Entity
public class Role {

    public static final String USER = "user";
    public static final String ADMINISTRATOR = "administrator";

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    private String name;
    private int permission;
    private boolean administrator;

    protected Role() {
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
}
