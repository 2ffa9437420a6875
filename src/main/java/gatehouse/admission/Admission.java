package gatehouse.admission;

import java.util.Optional;
import java.util.Set;

import gatehouse.account.EmailDomains;
import gatehouse.mapping.ExternalProfile;
import gatehouse.mapping.MappingType;

/**
 * On what terms a provider's people are registered. The one rule for the door and for whoever foretells what the door will do.
 *
 * @param domains count only when people of certain domains may register
 */
public record Admission(Registration who, EmailDomains domains, MappingType type) {

    /** As its row keeps them. @param domains as typed; empty for none */
    public static Admission of(Registration who, String domains, MappingType type) {
        return new Admission(who, domains.isEmpty() ? new EmailDomains(Set.of()) : EmailDomains.of(domains), type);
    }

    /** Empty when the person would be registered. @param open whether anybody is: the setting "auto register" */
    public Optional<Hindrance> hindrance(boolean open, ExternalProfile profile) {
        if (!open) return Optional.of(Hindrance.CLOSED);
        if (!admits(profile)) return Optional.of(Hindrance.NOT_AMONG_THEM);
        return type.lacking(profile).map(Hindrance::lacking);
    }

    private boolean admits(ExternalProfile profile) {
        return switch (who) {
            case EVERYONE -> true;
            case NOBODY -> false;
            case DOMAINS -> profile.email().filter(email -> domains.admit(email, profile.emailVerified())).isPresent();
        };
    }
}
