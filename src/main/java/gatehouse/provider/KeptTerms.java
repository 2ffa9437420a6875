package gatehouse.provider;

import gatehouse.account.EmailDomains;
import gatehouse.admission.Admission;
import gatehouse.admission.Registration;
import gatehouse.mapping.MappingType;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/** Who may register, as the provider's row keeps it. */
@Embeddable
record KeptTerms(@Enumerated(EnumType.STRING) Registration registration, String domains) {

    static KeptTerms of(Registration registration, EmailDomains domains) {
        return new KeptTerms(registration, domains.toString());
    }

    Admission admission(MappingType type) {
        return Admission.of(registration, domains, type);
    }
}
