package gatehouse.people;

import java.util.List;
import java.util.Optional;

import gatehouse.account.Account;
import gatehouse.account.AccountRefused;
import gatehouse.account.Accounts;
import gatehouse.account.Actor;
import gatehouse.account.Particulars;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** Several deeds at one account in one transaction. */
@ApplicationScoped
@Transactional
class AllOfUser {

    @Inject
    Deeds deeds;
    @Inject
    Accounts accounts;

    boolean change(long id, int seen, Particulars wish, Optional<List<Long>> roles, boolean disabled, Actor by) {
        roles.ifPresent(ids -> deeds.grant(id, seen, ids, by));
        deeds.change(id, roles.isPresent() ? account(id).version() : seen, wish, by);
        if (disabled == account(id).disabled()) return true;
        if (disabled) deeds.disable(id, by);
        else deeds.enable(id, by);
        return true;
    }

    private Account account(long id) {
        return accounts.find(id).orElseThrow(AccountRefused::unknown);
    }
}
