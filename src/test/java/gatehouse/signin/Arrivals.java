package gatehouse.signin;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.Optional;

import gatehouse.Ledgers;
import gatehouse.People;
import gatehouse.account.BasePath;
import gatehouse.account.Permissions;
import gatehouse.mapping.ExternalProfile;
import gatehouse.session.SessionView;
import gatehouse.session.Sessions;
import gatehouse.setting.SsoSettings;
import gatehouse.web.Races;
import gatehouse.web.Refusal;

/** People who come back from one provider, github. */
final class Arrivals {

    final Ledgers ledgers;
    final People people;
    final long github;

    /** Registration is on. */
    Arrivals(Path data) {
        ledgers = new Ledgers(data);
        people = new People(ledgers);
        github = people.provider("github");
        registration(true);
    }

    void registration(boolean on) {
        people.set(new SsoSettings(true, on, new BasePath("/new/{id}"), Permissions.imported(768), false));
    }

    /** @param expected the account that is to sign in anew; null for whoever comes */
    SessionView arrive(String subject, String name, Long expected) {
        ExternalProfile profile = new ExternalProfile(subject, Optional.of(name), Optional.of("a@example.com"), true, Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty());
        String token = Races.settled(() -> ledgers.bean(SignIn.class).settle(github, profile, People.outsider(github, subject), expected, People.DEVICE));
        return ledgers.bean(Sessions.class).find(token).orElseThrow();
    }

    String refusal(String subject, Long expected) {
        Refusal refusal = assertThrows(Refusal.class, () -> arrive(subject, "anyi", expected));
        return refusal.key() + " " + refusal.status();
    }
}
