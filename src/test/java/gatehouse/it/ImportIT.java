package gatehouse.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import gatehouse.it.provider.Person;

/** A backup of AList, from the file to the first sign-in of those who came with it. */
@InHouse
class ImportIT {

    private static final String HERE = "/admin/import";
    @RegisterExtension
    private static final Stage stage = new Stage();
    private static final Stage.Placed works = stage.oauth("Import Works");
    private static final Desk desk = new Desk(stage.admin().visitor());

    private static String user(String name) {
        return "{\"username\":\"" + name + "\",\"base_path\":\"/old/" + name + "\",\"role\":0,\"permission\":152,\"disabled\":false,\"sso_id\":\"id-" + name + "\"}";
    }

    private static byte[] backup(String... users) {
        return ("{\"encrypted\":\"\",\"settings\":[],\"users\":[" + String.join(",", users) + "]}").getBytes(UTF_8);
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream file = ImportIT.class.getResourceAsStream("/importing/" + name)) {
            return file.readAllBytes();
        }
    }

    private static Page upload(byte[] file, String passphrase) {
        Visitor admin = stage.admin().visitor();
        admin.submit(admin.get("/admin/sso").formTo("/admin/sso").sentTo(HERE + "/forget"));
        return new Upload(admin.get(HERE).formTo(HERE).with("passphrase", passphrase), "file").send(admin, "alist_backup.json", "application/json", file);
    }

    /** The preview's form, its identities judged for that provider. */
    private static Form looked(byte[] file, String slug) {
        assertEquals(303, upload(file, "").status());
        Visitor admin = stage.admin().visitor();
        return admin.submit(admin.get(HERE).formTo(HERE + "/apply").with("provider", slug).sentTo(HERE + "/look")).formTo(HERE + "/apply");
    }

    private static Page apply(Form form) {
        return stage.admin().visitor().submit(form);
    }

    private static boolean known(String username) {
        return stage.admin().visitor().get("/admin/users?" + Parameters.listed("q", username).encoded()).html().select("tbody th a").eachText().contains(username);
    }

    @Test
    @DisplayName("people come with their directory, permission and sso_id, and their next sign-in finds them; what is not ticked stays away")
    void people_come_with_their_identity() {
        Form form = looked(backup(user("imp-anyi"), user("imp-left"), user("imp-off").replace("\"disabled\":false", "\"disabled\":true")), works.slug());
        assertEquals(List.of("0", "1", "2"), form.values("person"));
        assertFalse(known("imp-anyi"), "nothing is written by looking");
        assertEquals(303, apply(form.without("person").adding("person", "0").adding("person", "2")).status());
        Myself anyi = Myself.of(works.newcomer("id-imp-anyi", "whatever"));
        assertEquals(List.of("imp-anyi", "/old/imp-anyi", "152"), List.of(anyi.username(), anyi.basePath(), "" + anyi.permission()));
        assertFalse(known("imp-left"));
        works.person(Person.named("id-imp-off", "off"));
        assertEquals(403, Trip.begin(House.here().visitor(), works.slug()).end().status());
    }

    @Test
    @DisplayName("a backup is taken over once: the second click finds nothing to take")
    void it_is_taken_over_once() {
        Form form = looked(backup(user("imp-once")), works.slug());
        assertEquals(303, apply(form).status());
        Page again = apply(form);
        assertEquals(303, again.status());
        assertEquals(HERE, again.location().getPath());
        assertTrue(stage.admin().visitor().get(HERE).html().select("input[type=file]").hasAttr("name"), "the first step again");
        assertEquals(1, stage.admin().visitor().get("/admin/users?q=imp-once").html().select("tbody tr").size());
    }

    @Test
    @DisplayName("N-11 an identity goes to the one provider that was named, is never moved, and of two alike only the first is bound")
    void identities_stay_with_their_owner() {
        Form first = looked(backup(user("imp-owner")), works.slug());
        assertEquals(303, apply(first).status());
        assertEquals(303, upload(backup(user("imp-thief").replace("id-imp-thief", "id-imp-owner"), user("imp-a").replace("id-imp-a", "id-same"),
                user("imp-b").replace("id-imp-b", "id-same")), "").status());
        Visitor admin = stage.admin().visitor();
        Page page = admin.submit(admin.get(HERE).formTo(HERE + "/apply").with("provider", works.slug()).sentTo(HERE + "/look"));
        List<String> bound = page.html().select("tr:has(.tag.good) th").eachText();
        assertEquals(1, bound.size(), bound::toString);
        assertTrue(bound.get(0).startsWith("imp-a"), bound::toString);
        assertEquals(303, apply(page.formTo(HERE + "/apply")).status());
        assertEquals("imp-owner", Myself.of(works.newcomer("id-imp-owner", "x")).username());
    }

    @Test
    @DisplayName("an account of the same name is touched only when it is ticked, an administrator never")
    void who_is_here_needs_a_tick() {
        String address = desk.add("imp-here").address();
        Form form = looked(backup(user("imp-here"), user("ADMIN")), works.slug());
        assertEquals(List.of(), form.values("person"));
        assertEquals(409, apply(form.adding("person", "1")).status());
        assertEquals(303, apply(form.adding("person", "0")).status());
        Page here = stage.admin().visitor().get(address);
        assertEquals("/old/imp-here", here.html().selectFirst("[name=basePath]").val());
        assertTrue(here.text().contains("id-imp-here"));
    }

    @Test
    @DisplayName("bits above 8192 are asked about, and kept or dropped")
    void higher_bits_are_asked_about() {
        Form form = looked(backup(user("imp-bits").replace("152", "49160")), works.slug());
        assertEquals(422, apply(form).status());
        assertFalse(known("imp-bits"), "all or nothing");
        assertEquals(303, apply(form.with("bits", "drop")).status());
        assertEquals(8, Myself.of(works.newcomer("id-imp-bits", "x")).permission());
    }

    @Test
    @DisplayName("an account that came meanwhile: 409, and nothing at all is written")
    void all_or_nothing() {
        Form form = looked(backup(user("imp-first"), user("imp-late")), works.slug());
        String address = desk.add("imp-late").address();
        desk.delete(address);
        assertEquals(409, apply(form).status());
        assertFalse(known("imp-first"));
    }

    @Test
    @DisplayName("settings are taken over as ticked; dead keys are named; a provider is made of the file; an encrypted file wants its passphrase")
    void settings_and_a_provider_of_the_file() throws IOException {
        byte[] file = resource("alist-backup-encrypted.json");
        assertTrue(upload(file, "").html().select("#passphrase-error").text().contains("encrypted"));
        Page wrong = upload(file, "wrong");
        assertEquals(422, wrong.status());
        assertTrue(wrong.html().select("#passphrase-error").text().contains("does not open"), wrong::text);
        assertFalse(wrong.text().contains("wrong\""), "a passphrase does not come back");
        assertEquals(303, upload(file, "Friday evening").status());
        Page page = stage.admin().visitor().get(HERE);
        assertTrue(Stream.of("sso_organization_name", "sso_application_name").allMatch(page.text()::contains));
        assertFalse(page.text().contains("9c7c1e0b5d4f4a2b8e6d"), "the client secret is not shown");
        Form form = page.formTo(HERE + "/apply").without("person").without("setting").adding("setting", "sso_default_dir").with("provider", "+");
        Page applied = apply(form);
        assertEquals(303, applied.status(), () -> applied.html().select("[role=alert]").text());
        assertEquals("/home/new", stage.admin().settings().value("defaultDir"));
        String made = stage.admin().visitor().get("/admin/providers").html().select("form[action^=/admin/providers/github]").attr("action").substring("/admin/providers/".length());
        assertEquals("Iv1.8a61f9b3a7aba766", stage.admin().provider(made).value("clientId"));
        stage.admin().delete(made);
    }

    @Test
    @DisplayName("a large file is read, a larger one refused, and nobody else sees what one administrator looks at")
    void size_and_owner() {
        String storages = ",\"storages\":[{\"addition\":\"" + "x".repeat(1 << 19) + "\"},{\"addition\":\"" + "y".repeat(1 << 19) + "\"},{\"addition\":\"" + "z".repeat(1 << 19) + "\"}]}";
        byte[] large = (new String(backup(user("imp-large")), UTF_8).replaceAll("}$", "") + storages).getBytes(UTF_8);
        assertEquals(303, upload(large, "").status());
        assertFalse(second().get(HERE).text().contains("imp-large"));
        assertTrue(stage.admin().visitor().get(HERE).text().contains("imp-large"));
        assertEquals(413, upload(new byte[9 << 20], "").status());
    }

    private static Visitor second() {
        Visitor visitor = House.here().visitor();
        assertEquals(303, Login.with(visitor, "admin", House.adminPassword()).status());
        return visitor;
    }
}
