package gatehouse.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import gatehouse.SelfSigned;
import gatehouse.it.Stage.Placed;
import gatehouse.it.provider.Person;
import gatehouse.it.provider.SigningKeys;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Where a provider comes from, what vouches for it, and what is asked before people are concerned. */
@InHouse
class OriginIT {

    private static final String CASDOOR = "/admin/providers/new?preset=casdoor";
    @RegisterExtension
    private static final Stage stage = new Stage();
    private static final Visitor admin = stage.admin().visitor();

    private static String certificate(RSAKey key) throws JOSEException {
        return SelfSigned.certificate(key.toKeyPair(), Instant.now().plus(Duration.ofDays(400)));
    }

    private static Page page(Placed provider) {
        return admin.get("/admin/providers/" + provider.slug());
    }

    private static int signIn(Placed provider, String name) {
        provider.person(Person.named(name, name));
        return Trip.begin(House.here().visitor(), provider.slug()).end().status();
    }

    private static Page save(Placed provider, String... typed) {
        return admin.submit(stage.admin().provider(provider.slug()).with(typed));
    }

    @Test
    @DisplayName("Issue 3.1: after saving, a provider's page still has its preset's notes, console and mark, and the list says how it reads users")
    void a_preset_is_remembered() {
        assertTrue(admin.get(CASDOOR).html().select("#organization, #application, #certificate").size() == 3, "the seed's fields of Casdoor");
        Placed door = stage.oidc("Origin door", "preset", "casdoor", "mappingType", "PRESET", "secretExpires", LocalDate.now().plusDays(12).toString());
        Page page = page(door);
        assertTrue(page.html().select("section[aria-labelledby=preset]").text().contains("Not tried against the real service"), page::text);
        assertTrue(page.text().contains("https://casdoor.org/docs/application/overview"), page::text);
        assertTrue(page.html().select(".notice.warn").text().contains("secret expires in 12 days"), page::text);
        Page list = admin.get("/admin/providers");
        String row = list.html().select("tbody tr").stream().filter(one -> one.text().contains("Origin door")).findFirst().orElseThrow().text();
        assertTrue(row.contains("Reads users as Casdoor") && row.contains("secret expires in 12 days"), row);
        String mark = House.here().visitor().get("/login").html().select("button[formaction=/sso/" + door.slug() + "] img").attr("src");
        assertEquals("200 image/svg+xml", House.here().visitor().get(mark).status() + " " + House.here().visitor().get(mark).header("content-type").orElse("").split(";")[0]);
    }

    @Test
    @DisplayName("A10 Casdoor's certificate verifies its token: another key is refused in plain words and nothing is written; another organization likewise")
    void the_certificate_is_really_used() throws JOSEException {
        Placed door = stage.oidc("Origin certificate", "preset", "casdoor");
        RSAKey right = door.fake().keys().current();
        assertEquals(303, save(door, "certificate", certificate(right), "organization", "acme", "application", "gate").status());
        door.fake().idToken(token -> token.claim("owner", "acme"));
        assertEquals(303, signIn(door, "door-ann"));
        door.fake().idToken(token -> token.claim("owner", "other"));
        assertEquals(403, signIn(door, "door-ben"));
        door.fake().idToken(token -> token.claim("owner", "acme").signedBy(SigningKeys.fresh(2048)));
        door.person(Person.named("door-cid", "door-cid"));
        Page forged = Trip.begin(House.here().visitor(), door.slug()).end();
        assertEquals(502, forged.status());
        assertTrue(forged.text().contains("not signed by the certificate"), forged::text);
        door.fake().reset().keys().rotate();
        door.fake().idToken(token -> token.claim("owner", "acme"));
        assertEquals(502, signIn(door, "door-dan"), "a new key that is published counts for nothing");
        assertTrue(page(door).html().select("#stakes, .notice.bad").isEmpty());
        Page asked = admin.get("/admin/providers/" + door.slug() + "/disable");
        assertTrue(asked.text().contains("One person is bound"), asked::text);
    }

    @Test
    @DisplayName("A10 a certificate that is none is refused at its field, and everything typed but the secret is shown again")
    void a_bad_certificate_is_refused() {
        Placed door = stage.oidc("Origin bad", "preset", "casdoor");
        Page refused = save(door, "certificate", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----", "organization", "acme", "clientSecret", "typed-secret");
        assertEquals(422, refused.status());
        assertEquals(1, refused.html().select("#certificate-error").size());
        assertEquals("acme", refused.html().select("#organization").attr("value"));
        assertTrue(refused.html().select("#clientSecret-hint").text().startsWith("Type the Client Secret again"), refused::text);
        assertFalse(refused.text().contains("typed-secret"));
    }

    @Test
    @DisplayName("A-13 another subject rule is asked about by numbers, without script; other fields are not; disabling is")
    void people_are_asked_about() {
        Placed door = stage.oauth("Origin stakes", "mappingType", "CUSTOM", "ruleSubject", "");
        assertEquals(303, signIn(door, "stakes-ann"));
        assertEquals("$.sub", stage.admin().provider(door.slug()).value("ruleSubject"), "fixed by the first sign-in");
        assertEquals(303, save(door, "name", "Origin stakes 2").status());
        Page asked = save(door, "ruleSubject", "$.email");
        assertEquals(422, asked.status());
        assertTrue(asked.text().contains("One person is bound, one of whom would lose the only way in"), asked::text);
        assertEquals("$.sub", stage.admin().provider(door.slug()).value("ruleSubject"));
        Form again = asked.formTo("/admin/providers/" + door.slug());
        String seen = asked.html().select("#seen").attr("value");
        assertEquals(422, admin.submit(again).status(), "not ticked");
        assertEquals(303, admin.submit(again.with("seen", seen)).status());
        assertEquals("$.email", stage.admin().provider(door.slug()).value("ruleSubject"));
        Form list = admin.get("/admin/providers").formTo("/" + door.slug());
        Page disable = admin.submit(list.sentTo("/admin/providers/" + door.slug() + "/disable"));
        assertEquals(200, disable.status());
        assertTrue(disable.text().contains("One person is bound"), disable::text);
        assertEquals(303, admin.submit(disable.formTo("/disable")).status());
    }

    @Test
    @DisplayName("A-12 the second of two administrators gets 409 with what differs, keeps what was typed but the secret, and may save it anyway")
    void two_administrators_at_once() {
        Placed door = stage.oauth("Origin conflict");
        Form mine = stage.admin().provider(door.slug()).with("scope", "mine", "deadline", "20", "clientSecret", "mine-secret");
        assertEquals(303, save(door, "scope", "theirs").status());
        Page conflict = admin.submit(mine);
        assertEquals(409, conflict.status());
        String rows = conflict.html().select("#version table").text();
        assertTrue(rows.contains("mine") && rows.contains("theirs") && rows.contains("20"), rows);
        assertFalse(conflict.text().contains("mine-secret"));
        Form anyway = conflict.formTo("/admin/providers/" + door.slug());
        assertEquals("mine 20 ", anyway.value("scope") + " " + anyway.value("deadline") + " " + anyway.value("clientSecret"));
        assertEquals("theirs", stage.admin().provider(door.slug()).value("scope"));
        assertEquals(303, admin.submit(anyway).status());
        assertEquals("mine", stage.admin().provider(door.slug()).value("scope"));
    }

    @Test
    @DisplayName("The summary of what is wrong follows the fields down the page, a preset's own first")
    void the_summary_follows_the_page() {
        Form form = admin.get(CASDOOR).formTo("/admin/providers/new").with("name", "", "deadline", "x", "domains", "no domain!", "registration", "DOMAINS", "redirectUrl", "x");
        Page refused = admin.submit(form.with("var-endpoint", "https://door.example").without("roles"));
        assertEquals("#redirectUrl #name #clientId #clientSecret #domains #roles #deadline",
                String.join(" ", refused.html().select(".notice.bad[role=alert] a").eachAttr("href").stream().filter(to -> !to.equals("#issuer")).toList()));
        Page variable = admin.submit(form.with("var-endpoint", ""));
        assertEquals("#var-endpoint", variable.html().select(".notice.bad[role=alert] a").get(0).attr("href"));
    }
}
