package gatehouse.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StakesTest {

    private final Workshop workshop;
    private final Provider acme;

    StakesTest(@TempDir Path data) {
        workshop = new Workshop(data);
        acme = workshop.add(Filled.custom());
        workshop.bind("ann", acme);
        workshop.bind("bob", acme);
        workshop.ledgers.run("update account set password_hash = 'x' where username = 'bob'");
    }

    private Filled page() {
        return workshop.page("acme").with("clientSecret", "typed-again");
    }

    @ParameterizedTest
    @CsvSource({"ruleSubject, $.uid", "mappingType, PRESET", "userInfoUrl, https://other.example/me"})
    @DisplayName("A-13 what people are recognised by is changed only after it was seen how many are bound, and how many lose their only way in")
    void a_change_of_recognition_asks(String field, String value) {
        String version = Integer.toString(acme.version());
        String said = "2 people are bound, one of whom would lose the only way in. Tick the box to save it all the same.";
        assertEquals(Map.of("seen", said), workshop.change("acme", page().with(field, value)));
        assertEquals(Map.of("seen", said), workshop.change("acme", page().with(field, value).with("seen", "1-1-1")), "it was another question");
        assertEquals(version, Integer.toString(workshop.saved("acme").version()), "nothing is saved before");
        assertEquals(Map.of(), workshop.change("acme", page().with(field, value).with("seen", workshop.arrange.stakes("acme").seen())));
        assertEquals(value, Filled.of(workshop.saved("acme").draft(), 0).form().text(field));
    }

    @Test
    @DisplayName("A-13 another issuer asks, and so does another type")
    void another_issuer_asks() {
        workshop.add(Filled.oidc().with("name", "Oidc"));
        assertEquals(Map.of(), workshop.change("oidc", workshop.page("oidc").with("issuer", "https://new.example").with("clientSecret", "s")), "nobody is bound");
        workshop.bind("cid", workshop.saved("oidc"));
        assertTrue(workshop.change("oidc", workshop.page("oidc").with("issuer", "https://newer.example").with("clientSecret", "s")).containsKey("seen"));
        assertTrue(workshop.change("oidc", workshop.page("oidc").with("protocol", "OAUTH2").with("authorizeUrl", "https://a.example/").with("tokenUrl", "https://a.example/")
                .with("userInfoUrl", "https://a.example/").with("clientSecret", "s")).containsKey("seen"));
        assertEquals("https://new.example", workshop.saved("oidc").issuer());
    }

    @ParameterizedTest
    @CsvSource({"name, Other", "scope, more", "redirectStyle, ALIST", "ruleEmail, $.mail", "tokenUrl, https://other.example/token",
            "userInfoUrl, https://acme.example/v2/me", "registration, NOBODY", "deadline, 20", "organization, acme", "secretExpires, 2030-01-01"})
    void what_does_not_concern_people_is_not_asked(String field, String value) {
        assertEquals(Map.of(), workshop.change("acme", page().with(field, value)));
    }

    @Test
    @DisplayName("A-13 of many who would lose their only way in all are counted, and the first ten named; whoever has another, or is disabled, is none of them")
    void all_are_counted_and_ten_are_named() {
        List<String> names = new ArrayList<>(List.of("ann"));
        for (int i = 0; i < 12; i++) {
            workshop.bind("many" + i, acme);
            names.add("many" + i);
        }
        workshop.add(Filled.custom().with("name", "Other"));
        workshop.ledgers.run("insert into identity (account_id, provider_id, issuer, subject, name_there, created) select a.id, p.id, p.issuer, 'o', '', a.created"
                + " from account a, provider p where a.username = 'many3' and p.slug = 'other'");
        workshop.ledgers.run("update account set disabled = true where username = 'many4'");
        workshop.ledgers.run("update account set password_hash = 'x', one_time_until = current_timestamp where username = 'many5'");
        names.removeAll(List.of("many3", "many4"));
        Stakes stakes = workshop.arrange.stakes("acme");
        assertEquals(List.of(14L, 11L), List.of(stakes.bound(), stakes.stranded()));
        assertEquals(names.subList(0, 10), stakes.names());
        workshop.ledgers.run("update provider set enabled = false where slug = 'other'");
        assertEquals(12, workshop.arrange.stakes("acme").stranded());
    }

    @Test
    @DisplayName("A-13 switching off asks when somebody is bound, and at once when nobody is")
    void switching_off_asks() {
        Stakes stakes = workshop.arrange.stakes("acme");
        assertFalse(workshop.arrange.disable(stakes, "", Filled.ME));
        assertTrue(workshop.saved("acme").enabled());
        workshop.bind("cid", acme);
        assertFalse(workshop.arrange.disable(workshop.arrange.stakes("acme"), stakes.seen(), Filled.ME), "it was another question");
        assertTrue(workshop.arrange.disable(workshop.arrange.stakes("acme"), workshop.arrange.stakes("acme").seen(), Filled.ME));
        assertFalse(workshop.saved("acme").enabled());
        workshop.add(Filled.custom().with("name", "Empty"));
        assertTrue(workshop.arrange.disable(workshop.arrange.stakes("empty"), "", Filled.ME));
    }
}
