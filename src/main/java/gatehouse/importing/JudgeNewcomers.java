package gatehouse.importing;

import java.util.List;
import java.util.Optional;

import gatehouse.account.Accounts;
import gatehouse.provider.Provider;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** Judges a backup's users by the accounts there are, for whoever looks and for whoever takes over alike. */
@ApplicationScoped
@Transactional
public class JudgeNewcomers {

    @Inject
    Accounts accounts;

    /** @param binds whether identities are bound at all; @param provider whose they are, empty for one that is made with the import */
    List<Newcomer> of(AListBackup backup, boolean binds, Optional<Provider> provider) {
        return new Judgement(accounts, binds, provider).of(backup.users());
    }
}
