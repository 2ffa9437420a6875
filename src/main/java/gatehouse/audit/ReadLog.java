package gatehouse.audit;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import gatehouse.account.Account;
import gatehouse.account.Accounts;
import gatehouse.account.Username;
import gatehouse.web.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Reads the log: for an administrator what the filter asks for, for a person what concerns their own account. */
@ApplicationScoped
class ReadLog {

    @Inject
    AuditEvents events;
    @Inject
    Accounts accounts;

    /** Days are those of the server's zone. */
    AuditFilter filter(AuditForm form, Problems problems) {
        return form.filter(ZoneId.systemDefault(), typed -> accounts.named(Username.from(typed)).map(Account::id), problems);
    }

    List<AuditEvent> page(AuditFilter filter, Optional<Place> after, int most) {
        return events.page(filter, after, most);
    }

    List<AuditEvent> lately(long account, int most) {
        return events.about(AuditFilter.about(account, Kind.PERSONAL.stream().map(Kind::name).collect(Collectors.toSet())), most);
    }
}
