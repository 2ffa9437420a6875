package gatehouse.admission;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.Set;

import gatehouse.account.EmailDomains;
import gatehouse.mapping.ExternalProfile;
import gatehouse.mapping.Field;
import gatehouse.mapping.MappingType;
import org.junit.jupiter.api.Test;

class AdmissionTest {

    private static final EmailDomains NONE = new EmailDomains(Set.of());

    private static ExternalProfile person(String name, String email, boolean verified) {
        return new ExternalProfile("7", Optional.of(name).filter(text -> !text.isEmpty()), Optional.of(email).filter(text -> !text.isEmpty()), verified,
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static Optional<Hindrance> hindrance(Admission admission, ExternalProfile person) {
        return admission.hindrance(true, person);
    }

    @Test
    void while_auto_register_is_off_nobody_is_registered() {
        Admission everyone = new Admission(Registration.EVERYONE, NONE, MappingType.CUSTOM);
        assertEquals(Optional.of(Hindrance.CLOSED), everyone.hindrance(false, person("", "", false)), "before anything else is said");
        assertEquals(Optional.empty(), hindrance(everyone, person("anyi", "a@example.com", false)));
    }

    @Test
    void a_provider_may_register_nobody() {
        Admission nobody = new Admission(Registration.NOBODY, NONE, MappingType.OIDC);
        assertEquals(Optional.of(Hindrance.NOT_AMONG_THEM), hindrance(nobody, person("anyi", "a@example.com", true)));
    }

    @Test
    void domains_admit_verified_addresses_of_theirs_only() {
        Admission staff = new Admission(Registration.DOMAINS, EmailDomains.of("example.com"), MappingType.OIDC);
        assertEquals(Optional.empty(), hindrance(staff, person("anyi", "a@EXAMPLE.com", true)));
        assertEquals(Optional.of(Hindrance.NOT_AMONG_THEM), hindrance(staff, person("anyi", "a@example.com", false)));
        assertEquals(Optional.of(Hindrance.NOT_AMONG_THEM), hindrance(staff, person("anyi", "a@sub.example.com", true)));
        assertEquals(Optional.of(Hindrance.NOT_AMONG_THEM), hindrance(staff, person("anyi", "", true)));
    }

    @Test
    void a_custom_mapping_needs_name_and_address_and_others_the_name() {
        Admission custom = new Admission(Registration.EVERYONE, NONE, MappingType.CUSTOM);
        assertEquals(Optional.of(Field.USERNAME), hindrance(custom, person("", "", false)).flatMap(Hindrance::lacking));
        assertEquals(Optional.of(Field.EMAIL), hindrance(custom, person("anyi", "", false)).flatMap(Hindrance::lacking));
        Admission github = new Admission(Registration.EVERYONE, NONE, MappingType.GITHUB);
        assertEquals(Optional.empty(), hindrance(github, person("anyi", "", false)));
        assertEquals(Optional.of(Hindrance.NO_USERNAME), hindrance(github, person("", "a@example.com", true)));
    }
}
