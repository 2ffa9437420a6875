package gatehouse.provider;

import gatehouse.mapping.Field;
import gatehouse.mapping.Mapping;
import gatehouse.mapping.MappingType;
import gatehouse.mapping.Rule;
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

    /** With that rule alone for who somebody is. @throws gatehouse.web.Refusal 502, by the provider's name, when another one tells it already */
    KeptMapping settled(Rule answered, String name) {
        Mapping now = mapping();
        if (!now.mayAnswer(answered)) throw ProviderRefused.otherRule(name, now.rules().get(Field.SUBJECT));
        return of(now.settled(answered));
    }
}
