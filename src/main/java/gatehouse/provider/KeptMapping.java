package gatehouse.provider;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/** A mapping as its provider's row keeps it. */
@Embeddable
record KeptMapping(@Enumerated(EnumType.STRING) @Column(name = "mapping_type") MappingType type, @Column(name = "mapping_rules") String rules) {

    static KeptMapping of(Mapping mapping) {
        return new KeptMapping(mapping.type(), mapping.toJson());
    }

    Mapping mapping() {
        return Mapping.parseJson(type, rules);
    }
}
