package gatehouse.provider;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import gatehouse.account.Role;
import gatehouse.account.Roles;
import gatehouse.connection.Outside;
import gatehouse.web.Problems;
import gatehouse.web.TypedForm;
import gatehouse.web.Visit;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

/** A provider made of what another program knew of it: a preset's facts, with a few fields typed over them. */
@RequestScoped
public class AdoptProvider {

    @Inject
    Providers providers;
    @Inject
    ProviderSheet sheet;
    @Inject
    Roles roles;
    @Inject
    Outside outside;

    /** The first provider made of this preset. */
    public Optional<Provider> like(String preset) {
        return providers.all().stream().filter(one -> one.origin().preset().equals(preset)).findFirst();
    }

    /**
     * Asks the outside server what there is to ask, and writes nothing.
     *
     * @param typed the form's fields, and the preset's variables as {@code var-…}
     * @return adds the provider, to be called within a transaction; empty when there are problems
     */
    public Optional<Supplier<Provider>> prepared(String preset, Map<String, String> typed, Problems problems, Visit.Me by) {
        Optional<Preset> picked = Presets.named(preset);
        ProviderForm fresh = ProviderForm.of(picked.orElseThrow(ProviderRefused::unknown), sheet.base(), sheet.usualRole());
        ProviderForm form = Variables.given(picked, typed).fill(over(fresh, typed), problems);
        DraftReader reader = new DraftReader(form, problems, outside, Optional.empty());
        Optional<Draft> draft = problems.any() ? Optional.empty() : reader.read(roles.grantable().stream().map(Role::id).collect(Collectors.toSet()));
        return draft.filter(read -> !problems.any()).map(read -> () -> providers.add(read, reader.secret(), form.ticket(), by));
    }

    private static ProviderForm over(ProviderForm fresh, Map<String, String> typed) {
        Map<String, List<String>> fields = new HashMap<>();
        fresh.shown().forEach((field, value) -> {
            if (value instanceof String text) fields.put(field, List.of(text));
        });
        fields.putAll(lists(typed));
        fields.put("pkce", fresh.pkce() ? List.of("true") : List.of());
        fields.put("roles", fresh.roles());
        return ProviderForm.of(TypedForm.of(fields));
    }

    private static Map<String, List<String>> lists(Map<String, String> typed) {
        return typed.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, one -> List.of(one.getValue())));
    }
}
