package gatehouse.admission;

import gatehouse.account.Account;
import gatehouse.account.Accounts;
import gatehouse.account.Identity;
import gatehouse.account.Outsider;
import gatehouse.mapping.ExternalProfile;
import gatehouse.setting.Settings;
import gatehouse.web.Label;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** What a sign-in would decide, asked of the same rules as the door, with nothing written. */
@ApplicationScoped
public class ForetellSignIn {

    @Inject
    Accounts accounts;
    @Inject
    Settings settings;

    /** Nothing is written. */
    public Verdict of(Admission admission, ExternalProfile profile, Outsider outsider) {
        return accounts.boundTo(outsider).map(Identity::account).map(ForetellSignIn::known).orElseGet(() -> unknown(admission, profile, outsider));
    }

    private static Verdict known(Account account) {
        return account.disabled() ? Verdict.out("provider.tester.account-disabled", account.username()) : Verdict.in("provider.tester.known", account.username());
    }

    private Verdict unknown(Admission admission, ExternalProfile profile, Outsider outsider) {
        return admission.hindrance(settings.sso().autoRegister(), profile).map(ForetellSignIn::turnedAway)
                .orElseGet(() -> accounts.freeName(profile.username().orElse(""), outsider.subject())
                        .map(name -> Verdict.in("provider.tester.registered", name.shown())).orElseGet(() -> Verdict.out("provider.tester.no-name")));
    }

    private static Verdict turnedAway(Hindrance hindrance) {
        return switch (hindrance) {
            case CLOSED -> Verdict.out("provider.tester.closed");
            case NOT_AMONG_THEM -> Verdict.out("provider.tester.not-among-them");
            case NO_USERNAME, NO_EMAIL -> Verdict.out("provider.tester.lacking", new Label(hindrance.lacking().orElseThrow().label()));
        };
    }
}
