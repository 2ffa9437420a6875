package gatehouse.account;

import java.util.Objects;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;

/** A role and where it comes from: an administrator's hand, or a provider that grants it at each sign-in. */
@Embeddable
public class Grant {

    public static final long BY_HAND = 0;

    @ManyToOne(optional = false)
    @JoinColumn(name = "role_id")
    private Role role;
    @Column(nullable = false)
    private long source;

    protected Grant() {
    }

    Grant(Role role, long source) {
        if (source != BY_HAND && role.administrator()) throw AccountRefused.administratorByProvider();
        this.role = role;
        this.source = source;
    }

    public Role role() {
        return role;
    }

    /** {@link #BY_HAND}, or the id of the provider that grants it. */
    public long source() {
        return source;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Grant grant && grant.source == source && grant.role.id() == role.id();
    }

    @Override
    public int hashCode() {
        return Objects.hash(role.id(), source);
    }
}
