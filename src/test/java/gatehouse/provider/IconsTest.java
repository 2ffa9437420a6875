package gatehouse.provider;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import gatehouse.Ledgers;
import gatehouse.connection.Connection;
import gatehouse.connection.Outside;
import gatehouse.icon.Icon;
import gatehouse.icon.IconChange;
import gatehouse.secret.Secret;
import gatehouse.web.Problems;
import gatehouse.web.Refusal;
import gatehouse.web.SentJson;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IconsTest {

    private static final byte[] DOT = drawing("<circle r='3'/>");
    private final List<URI> fetched = new ArrayList<>();
    private final Ledgers ledgers;
    private final Icons icons;
    private final Providers providers;

    private static byte[] drawing(String inside) {
        return ("<svg xmlns='http://www.w3.org/2000/svg'>" + inside + "</svg>").getBytes(UTF_8);
    }

    IconsTest(@TempDir Path data) {
        ledgers = new Ledgers(data);
        icons = ledgers.bean(Icons.class);
        providers = ledgers.bean(Providers.class);
        ledgers.run("insert into account (username, canonical, password_hash, base_path, permission, disabled, nickname, email, email_verified, phone, description, avatar, created, version)"
                + " values ('admin', 'admin', 'x', '/', 0, false, '', '', false, '', '', '', current_timestamp, 0)");
        ledgers.run("insert into role_grant (account_id, role_id, source) select a.id, r.id, 0 from account a, role r where r.name = 'administrator'");
    }

    private Provider added(Icon icon) {
        return icons.along(IconChange.to(icon), Filled.ME, () -> providers.add(Filled.custom().draft(), Secret.of("s"), Ticket.fresh(), Filled.ME));
    }

    private Provider changed(IconChange change) {
        Provider now = providers.named("acme");
        return icons.along(change, Filled.ME, () -> providers.change("acme", now.draft(), Secret.NONE, now.version(), Filled.ME));
    }

    @Test
    void an_icon_is_found_by_its_hash_alone_until_another_takes_its_place() {
        Icon dot = Icon.of(DOT);
        Icon square = Icon.of(drawing("<rect width='9' height='9'/>"));
        assertEquals("/icons/acme/" + dot.hash(), added(dot).icon());
        assertArrayEquals(dot.content(), icons.find("acme", dot.hash()).orElseThrow().content());
        assertTrue(icons.find("acme", square.hash()).isEmpty());
        assertTrue(icons.find("other", dot.hash()).isEmpty());
        changed(IconChange.KEPT);
        assertEquals("/icons/acme/" + dot.hash(), providers.named("acme").icon());
        changed(IconChange.to(square));
        assertEquals(square, icons.find("acme", square.hash()).orElseThrow());
        assertTrue(icons.find("acme", dot.hash()).isEmpty());
    }

    @Test
    void an_icon_goes_when_it_is_taken_away_and_with_its_provider() {
        added(Icon.of(DOT));
        changed(IconChange.REMOVED);
        assertEquals("", providers.named("acme").icon());
        assertEquals(0, ledgers.count("select count(*) from provider_icon"));
        changed(IconChange.to(Icon.of(DOT)));
        providers.delete("acme", Filled.ME);
        assertEquals(0, ledgers.count("select count(*) from provider_icon"));
    }

    @Test
    void a_provider_that_cannot_be_saved_leaves_no_icon() {
        added(Icon.of(DOT));
        Provider now = providers.named("acme");
        try {
            icons.along(IconChange.REMOVED, Filled.ME, () -> providers.change("acme", Filled.oidc().draft(), Secret.NONE, now.version() - 1, Filled.ME));
        } catch (Refusal refused) {
            assertEquals(409, refused.status());
        }
        assertEquals(1, ledgers.count("select count(*) from provider_icon"));
    }

    private String read(TypedIcon typed, Problems problems, byte[] there) {
        IconChange change = typed.read(problems, new Answering(there));
        return change.icon().map(Icon::type).orElse(Boolean.toString(change.touches())) + " " + problems.byField().values().stream().map(Refusal::key).toList() + " " + fetched;
    }

    @Test
    @DisplayName("Seed 004: an icon's address is fetched once; a file goes before it, and nothing typed changes nothing")
    void an_address_is_fetched_once() {
        assertEquals("image/svg+xml [] [https://acme.example/i.svg]", read(new TypedIcon(new byte[0], "https://acme.example/i.svg", true), new Problems(), DOT));
        fetched.clear();
        assertEquals("image/svg+xml [] []", read(new TypedIcon(DOT, "https://acme.example/i.svg", true), new Problems(), DOT));
        assertEquals("true [] []", read(new TypedIcon(new byte[0], "", true), new Problems(), DOT));
        assertEquals("false [] []", read(TypedIcon.NONE, new Problems(), DOT));
    }

    @Test
    @DisplayName("F-06 an address that may not be asked is not asked, nor is any while the form has other problems")
    void what_may_not_be_asked_is_not() {
        assertEquals("false [provider.about] []", read(new TypedIcon(new byte[0], "http://169.254.169.254/i.svg", false), new Problems(), DOT));
        assertEquals("false [provider.url.scheme] []", read(new TypedIcon(new byte[0], "file:///etc/passwd", false), new Problems(), DOT));
        Problems others = new Problems();
        others.add("name", "provider.required");
        assertEquals("false [provider.required] []", read(new TypedIcon(new byte[0], "https://acme.example/i.svg", false), others, DOT));
        assertEquals("image/svg+xml [provider.required, provider.icon.again] []", read(new TypedIcon(DOT, "", false), others, DOT));
        assertEquals("false [provider.icon.kind] [https://acme.example/i.svg]", read(new TypedIcon(new byte[0], "https://acme.example/i.svg", false), new Problems(), "<html/>".getBytes(UTF_8)));
    }

    /** Refuses addresses of the cloud, and answers everybody else with the same file. */
    @ParameterizedTest
    @ValueSource(strings = {"{}", "{'file':''}", "{'url':''}", "{'url':' '}", "{'remove':false}", "{'file':'','url':''}", "{'url':'https://acme.example/i.svg','remove':true}",
            "{'file':'PHN2Zy8+','url':'https://acme.example/i.svg'}"})
    void a_program_says_exactly_one_thing_about_an_icon(String json) {
        Refusal refused = assertThrows(Refusal.class, () -> TypedIcon.of(SentJson.of(json.replace('\'', '"'))));
        assertEquals("400 refused.json-one", refused.status() + " " + refused.key());
    }

    private final class Answering implements Outside {

        private final byte[] there;

        Answering(byte[] there) {
            this.there = there;
        }

        @Override
        public Optional<Refusal> refuses(URI address) {
            return Optional.of(address.getHost()).filter(host -> host.startsWith("169.254.")).map(host -> Refusal.invalid("exchange.address.forbidden", host));
        }

        @Override
        public void discover(Connection connection) {
            throw new AssertionError("nothing to discover");
        }

        @Override
        public boolean exposed(URI address) {
            return false;
        }

        @Override
        public byte[] fetch(URI address, int longest) {
            fetched.add(address);
            return there;
        }
    }
}
