package gatehouse.guard;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

import gatehouse.Ledgers;
import gatehouse.People;
import gatehouse.secret.Tokens;
import gatehouse.session.Outposts;
import gatehouse.session.SessionView;
import gatehouse.session.Sessions;
import gatehouse.web.StoredAddress;
import gatehouse.web.Visit;

/** Two guarded hosts, a person with a session in the house, and the browser they cross with. */
final class Border {

    static final String FILES = "https://files.example.com";
    static final String WIKI = "https://wiki.example.com";
    static final String ID = "https://id.example.com";
    private static final Visit.Me ADMIN = new Visit.Me(1, "admin", true);

    final String browser = Tokens.fresh();
    final Ledgers ledgers;
    final Services services;
    final Crossing crossing;
    final Outposts outposts;
    final Sessions sessions;
    final SessionView session;
    final long files;

    Border(Path data) {
        ledgers = new Ledgers(data);
        ledgers.put(StoredAddress.class, Optional::empty);
        services = ledgers.bean(Services.class);
        crossing = ledgers.bean(Crossing.class);
        outposts = ledgers.bean(Outposts.class);
        sessions = ledgers.bean(Sessions.class);
        People people = new People(ledgers);
        session = people.signedIn(people.account("ann"), null);
        files = add(FILES, "");
        add(WIKI, "");
    }

    long add(String origin, String prefix) {
        long id = ledgers.bean(ServiceRows.class).add(new Draft(origin, origin, prefix, Mode.SIGNED_IN, Set.of(), "", Confinement.REFUSE, ID, "http://127.0.0.1:8080"), ADMIN).id();
        services.forget(null);
        return id;
    }

    String ticket() {
        String address = crossing.pass(Long.toString(files), Tokens.hash(browser), new Wanted("/a?b=c").carried(), ID);
        assertTrue(address.startsWith(FILES + "/.gatehouse/arrive?ticket="), address);
        return address.substring(address.indexOf('=') + 1);
    }

    /** The token of a child session at FILES, as its cookie holds it. */
    String arrived() {
        return crossing.arrive(FILES, ticket(), Optional.of(browser)).token();
    }
}
