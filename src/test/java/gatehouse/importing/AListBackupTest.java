package gatehouse.importing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import gatehouse.importing.BackupUser.Kind;
import gatehouse.web.Refusal;

/** The files were made with crypto-js 4.2 as AList's and OpenList's pages do. */
class AListBackupTest {

    private static final String PASSPHRASE = "Friday evening";

    static byte[] resource(String name) {
        try (InputStream file = AListBackupTest.class.getResourceAsStream("/importing/" + name)) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static AListBackup read(byte[] bytes, String passphrase) {
        BackupFile file = BackupFile.of(bytes);
        return AListBackup.read(file, file.opener(passphrase));
    }

    @Test
    void a_plain_backup_is_read_without_a_passphrase() {
        AListBackup backup = read(resource("alist-backup.json"), "");
        assertEquals("Github", backup.setting("sso_login_platform"));
        assertEquals("/home/new", backup.setting("sso_default_dir"));
        assertEquals(List.of("admin", "guest", "anyi", "张三", "share"), backup.users().stream().map(BackupUser::username).toList());
        assertEquals(new BackupUser("anyi", "/test1", 152, Kind.PERSON, false, "dc188911"), backup.users().get(2));
    }

    @Test
    void an_encrypted_backup_says_the_same() {
        assertEquals(read(resource("alist-backup.json"), ""), read(resource("alist-backup-encrypted.json"), PASSPHRASE));
    }

    @Test
    void only_the_settings_of_single_sign_on_are_kept() {
        assertEquals("", read(resource("alist-backup.json"), "").setting("site_title"));
    }

    @Test
    void an_encrypted_backup_without_a_passphrase_asks_for_it() {
        assertEquals("importing.passphrase.missing", refused(resource("alist-backup-encrypted.json"), ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"friday evening", "Friday evening ", "x"})
    void a_wrong_passphrase_is_said_to_be_wrong(String wrong) {
        assertEquals("importing.passphrase.wrong", refused(resource("alist-backup-encrypted.json"), wrong));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{}", "{\"settings\":1}", "PK\u0003\u0004", "{\"users\":[", "<html>", "{\"users\":[],\"users\":[]}"})
    void what_is_no_backup_is_refused(String file) {
        assertEquals("importing.file.other", refused(file.getBytes(UTF_8), ""));
    }

    @Test
    void no_file_is_asked_for() {
        assertEquals("importing.file.missing", refused(new byte[0], ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"not base64!", "AAAA", "U2FsdGVkX18=", ""})
    void sealed_texts_that_are_none_are_no_fault(String sealed) {
        assertEquals(Optional.empty(), CryptoJs.open(sealed, PASSPHRASE));
    }

    @Test
    void a_damaged_value_is_the_fault_of_the_file_and_not_of_the_passphrase() {
        String whole = new String(resource("alist-backup-encrypted.json"), UTF_8);
        int inside = whole.indexOf('"', whole.indexOf("\"username\"") + 10) + 20;
        String damaged = whole.substring(0, inside) + "!" + whole.substring(inside + 1);
        assertEquals("importing.file.other", refused(damaged.getBytes(UTF_8), PASSPHRASE));
    }

    @Test
    void two_thousand_users_are_the_most() {
        assertEquals("importing.file.many", refused(("{\"users\":[{}" + ",{}".repeat(2000) + "]}").getBytes(UTF_8), ""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"0|PERSON", "1|GUEST", "2|ADMINISTRATOR", "[0]|PERSON", "[0,2]|ADMINISTRATOR", "[1]|GUEST", "[7]|ADMINISTRATOR", "[8]|PERSON", "null|PERSON"})
    void roles_are_numbers_or_lists_of_rows(String role, Kind kind) {
        String file = "{\"users\":[{\"username\":\"a\",\"role\":" + role + "}],\"roles\":[{\"id\":7,\"name\":\"admin\"},{\"id\":8,\"name\":\"editor\"}]}";
        assertEquals(kind, read(file.getBytes(UTF_8), "").users().get(0).kind());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"152|152", "0|0", "49152|49152", "-1|-1", "1.5|-1", "\"8\"|-1", "99999999999|-1"})
    void a_permission_that_is_no_sum_is_noticed(String written, int read) {
        String file = "{\"users\":[{\"username\":\"a\",\"permission\":" + written + "}]}";
        assertEquals(read, read(file.getBytes(UTF_8), "").users().get(0).permission());
    }

    @ParameterizedTest
    @CsvSource({"'\"0\"',''", "'\" \"',''", "'\"\"',''", "'\"583231\"',583231", "583231,583231"})
    void a_blank_or_zero_sso_id_is_nobodys(String written, String read) {
        String file = "{\"users\":[{\"username\":\"a\",\"sso_id\":" + written + "}]}";
        assertEquals(read, read(file.getBytes(UTF_8), "").users().get(0).ssoId());
    }

    private static String refused(byte[] file, String passphrase) {
        return assertThrows(Refusal.class, () -> read(file, passphrase)).key();
    }
}
