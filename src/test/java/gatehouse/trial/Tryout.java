package gatehouse.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import gatehouse.Ledgers;
import gatehouse.People;
import gatehouse.attempt.Attempts;
import gatehouse.attempt.Journey;
import gatehouse.exchange.Exchange;
import gatehouse.exchange.OpenExchange;
import gatehouse.it.Page;
import gatehouse.it.Parameters;
import gatehouse.it.Visitor;
import gatehouse.it.provider.FakeProvider;
import gatehouse.it.provider.Person;
import gatehouse.secret.Keys;
import gatehouse.secret.Secret;
import gatehouse.session.SessionView;
import gatehouse.setting.Settings;
import gatehouse.setting.SsoSettings;
import gatehouse.web.Address;
import gatehouse.web.Visit;

/** A provider, switched off, and an administrator who tries it. */
final class Tryout implements AutoCloseable {

    static final Visit VISIT = new Visit(new Address("http://localhost:5244", Address.Place.PUBLIC), Locale.ENGLISH, "", "csrf", "f".repeat(43), Optional.empty());

    final FakeProvider fake = FakeProvider.oauth("localhost");
    final Ledgers ledgers;
    final People people;
    final TrialSignIn trial;
    final long provider;
    final long anyi;
    final SessionView session;

    Tryout(Path data) {
        ledgers = new Ledgers(data);
        people = new People(ledgers);
        ledgers.put(Exchange.class, OpenExchange.at(ledgers.clock));
        trial = ledgers.bean(TrialSignIn.class);
        provider = people.provider("acme");
        point();
        anyi = people.account("anyi");
        ledgers.run("insert into role_grant select " + anyi + ", id, 0 from role where administrator");
        session = people.signedIn(anyi, null);
        register(true);
        fake.person(Person.named("p1", "newcomer"));
        ledgers.events.clear();
    }

    private void point() {
        String sealed = ledgers.bean(Keys.class).ring().seal(Secret.of(fake.clientSecret()), "provider/client_secret/" + provider);
        ledgers.run("update provider set enabled = false, client_secret = '" + sealed + "', client_id = '" + fake.clientId() + "', authorize_url = '" + fake.at("/authorize")
                + "', token_url = '" + fake.at("/token") + "', user_info_url = '" + fake.at("/userinfo") + "', mapping_rules = '{\"subject\":\"$.sub\",\"name\":\"$.name\",\"email\":\"$.email\"}'");
    }

    void register(boolean open) {
        SsoSettings now = ledgers.bean(Settings.class).sso();
        people.set(new SsoSettings(true, open, now.defaultDirectory(), now.defaultPermissions(), now.compatibility()));
    }

    URI begin() {
        return trial.begin("acme", VISIT);
    }

    /** The browser goes there and comes back. */
    Returned away(URI address) {
        Page home = new Visitor(URI.create(fake.address())).get(address);
        Parameters answer = Parameters.of(home.location().getRawQuery());
        return new Returned(home.location().getPath(), home.location().getRawQuery(), answer.one("state"), Map.of("code", answer.one("code")), Optional.empty(), Optional.empty());
    }

    Journey taken(Returned answer) {
        return ledgers.bean(Attempts.class).take(answer.state(), VISIT.flow());
    }

    Trace ended(Returned answer) {
        assertEquals("/admin/trial", trial.end(taken(answer), answer));
        return trial.last().orElseThrow();
    }

    @Override
    public void close() {
        fake.close();
    }
}
