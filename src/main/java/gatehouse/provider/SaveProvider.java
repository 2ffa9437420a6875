package gatehouse.provider;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import gatehouse.account.Role;
import gatehouse.account.Roles;
import gatehouse.connection.Outside;
import gatehouse.icon.IconChange;
import gatehouse.web.Problems;
import gatehouse.web.Races;
import gatehouse.web.Visit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Adds and changes providers. The outside server is asked before the transaction, never in it. */
@ApplicationScoped
public class SaveProvider {

    @Inject
    Providers providers;
    @Inject
    ArrangeProviders arrange;
    @Inject
    Icons icons;
    @Inject
    Roles roles;
    @Inject
    Outside outside;

    /** Empty when there are problems. Two of the same name at once get two slugs. */
    Optional<Provider> add(ProviderForm form, Problems problems, Visit.Me by) {
        DraftReader reader = new DraftReader(form, problems, outside, Optional.empty());
        Optional<Draft> read = reader.read(grantable());
        IconChange icon = form.icon().read(problems, outside);
        return read.filter(draft -> !problems.any())
                .map(draft -> Races.settled(() -> icons.along(icon, by, () -> providers.add(draft, reader.secret(), form.ticket(), by))));
    }

    /**
     * Empty when there are problems: at "version" (409) when somebody else was quicker, at "seen" when people are bound who would not be
     * recognised any more and the form does not say that their numbers were seen.
     */
    Optional<Provider> change(Provider provider, ProviderForm form, Problems problems, Visit.Me by) {
        DraftReader reader = reader(provider, form, problems);
        Optional<Draft> read = reader.read(grantable());
        IconChange icon = form.icon().read(problems, outside);
        read.filter(draft -> !problems.any() && provider.version() == form.version()).ifPresent(draft -> ask(provider, draft, form, problems));
        if (problems.any() || read.isEmpty()) return Optional.empty();
        try {
            return Optional.of(Races.settled(() -> icons.along(icon, by,
                    () -> providers.change(provider.slug(), read.get(), reader.secret(), form.version(), by))));
        } catch (ChangedMeanwhile meanwhile) {
            problems.add("version", meanwhile);
            return Optional.empty();
        }
    }

    /** Gives a provider another icon, or takes it away. Empty when there are problems. */
    Optional<Provider> bear(String slug, TypedIcon wish, Problems problems, Visit.Me by) {
        IconChange icon = wish.read(problems, outside);
        return problems.any() ? Optional.empty() : Optional.of(Races.settled(() -> icons.along(icon, by, () -> providers.named(slug))));
    }

    private void ask(Provider provider, Draft draft, ProviderForm form, Problems problems) {
        if (Recognition.of(draft).equals(Recognition.of(provider.draft()))) return;
        Stakes stakes = arrange.stakes(provider.slug());
        boolean answered = stakes.bound() == 0 || stakes.confirmedBy(form.text("seen"));
        if (!answered) problems.add("seen", "provider.stakes.ask", stakes.bound(), stakes.stranded());
    }

    /** What the form asks for, with nobody asked; empty when it cannot be read. */
    Optional<Draft> wanted(Provider provider, ProviderForm form) {
        return reader(provider, form, new Problems()).typed(grantable());
    }

    private DraftReader reader(Provider provider, ProviderForm form, Problems problems) {
        return new DraftReader(form, problems, outside, Optional.of(provider).filter(Provider::secretSaved).map(Provider::draft));
    }

    private Set<Long> grantable() {
        return roles.grantable().stream().map(Role::id).collect(Collectors.toSet());
    }
}
