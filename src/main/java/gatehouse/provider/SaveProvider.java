package gatehouse.provider;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import gatehouse.account.Role;
import gatehouse.account.Roles;
import gatehouse.web.Problems;
import gatehouse.web.Races;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Adds and changes providers. The outside server is asked before the transaction, never in it. */
@ApplicationScoped
public class SaveProvider {

    @Inject
    Providers providers;
    @Inject
    Icons icons;
    @Inject
    Roles roles;
    @Inject
    Outside outside;

    /** Empty when there are problems. Two of the same name at once get two slugs. */
    Optional<Provider> add(ProviderForm form, Problems problems) {
        DraftReader reader = new DraftReader(form, problems, outside, Optional.empty());
        Optional<Draft> read = reader.read(grantable());
        IconChange icon = form.icon().read(problems, outside);
        return read.filter(draft -> !problems.any())
                .map(draft -> Races.settled(() -> icons.along(icon, () -> providers.add(draft, reader.secret(), form.ticket()))));
    }

    /** Empty when there are problems. @throws gatehouse.web.Refusal 404, or 409 when somebody else was quicker */
    Optional<Provider> change(Provider provider, ProviderForm form, Problems problems) {
        Optional<Draft> saved = Optional.of(provider).filter(Provider::secretSaved).map(Provider::draft);
        DraftReader reader = new DraftReader(form, problems, outside, saved);
        Optional<Draft> read = reader.read(grantable());
        IconChange icon = form.icon().read(problems, outside);
        return read.filter(draft -> !problems.any())
                .map(draft -> Races.settled(() -> icons.along(icon, () -> providers.change(provider.slug(), draft, reader.secret(), form.version()))));
    }

    private Set<Long> grantable() {
        return roles.grantable().stream().map(Role::id).collect(Collectors.toSet());
    }
}
