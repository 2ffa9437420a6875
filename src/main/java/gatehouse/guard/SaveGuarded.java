package gatehouse.guard;

import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import gatehouse.account.Role;
import gatehouse.account.Roles;
import gatehouse.web.Problems;
import gatehouse.web.PublicUrl;
import gatehouse.web.Races;
import gatehouse.web.Site;
import gatehouse.web.Visit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Adds, changes and removes guarded services; two at once come one after the other. */
@ApplicationScoped
public class SaveGuarded {

    @Inject
    ServiceRows services;
    @Inject
    Roles roles;
    @Inject
    Site site;

    /** Empty when there are problems. */
    Optional<Guarded> add(GuardedForm form, Problems problems, Visit.Me by) {
        return read(form, problems).flatMap(draft -> kept(problems, () -> services.add(draft, by)));
    }

    /** Empty when there are problems. @throws gatehouse.web.Refusal 404, or 409 when somebody else was quicker */
    Optional<Guarded> change(long id, GuardedForm form, Problems problems, Visit.Me by) {
        return read(form, problems).flatMap(draft -> kept(problems, () -> services.change(id, draft, form.version(), by)));
    }

    void remove(long id, Visit.Me by) {
        Races.settled(() -> {
            services.remove(id, by);
            return true;
        });
    }

    private Optional<Draft> read(GuardedForm form, Problems problems) {
        Set<Long> all = roles.all().stream().map(Role::id).collect(Collectors.toSet());
        return new DraftReader(form, problems).read(all, site.publicUrl().map(PublicUrl::value).orElse(""));
    }

    private static Optional<Guarded> kept(Problems problems, Supplier<Guarded> work) {
        return problems.check("address", () -> Races.settled(work));
    }
}
