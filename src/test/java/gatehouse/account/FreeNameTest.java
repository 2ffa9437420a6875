package gatehouse.account;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import gatehouse.Ledgers;
import gatehouse.People;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FreeNameTest {

    private final Ledgers ledgers;
    private final People people;

    FreeNameTest(@TempDir Path data) {
        ledgers = new Ledgers(data);
        people = new People(ledgers);
    }

    private String free(String wanted, String subject) {
        return ledgers.bean(Accounts.class).freeName(wanted, subject).orElseThrow().shown();
    }

    @ParameterizedTest
    @CsvSource({"John Doe,John Doe", "张三,张三", "a/b,a_b", "'',user", "Admin,Admin"})
    void a_free_name_is_given_as_it_is_wanted(String wanted, String given) {
        assertEquals(given, free(wanted, "42"));
    }

    @Test
    @DisplayName("R-03 R-04 taken: with the subject behind it; taken again: with a number behind that")
    void a_taken_name_gets_the_subject_and_then_a_number() {
        people.account("admin");
        assertEquals("Admin_42", free("Admin", "42"));
        people.account("admin_42");
        assertEquals("Admin_42_2", free("Admin", "42"));
        people.account("admin_42_2");
        assertEquals("Admin_42_3", free("Admin", "42"));
    }

    @Test
    void a_reserved_name_counts_as_taken() {
        assertEquals("root_7", free("root", "7"));
    }

    @Test
    void after_a_thousand_there_is_none() {
        people.account("anyi");
        String taken = IntStream.range(1, 1000).mapToObj(number -> Username.of(number == 1 ? "anyi_7" : "anyi_7_" + number).canonical())
                .map(canonical -> "('" + canonical + "', (select max(id) from account))").collect(Collectors.joining(", "));
        ledgers.run("insert into used_username (canonical, account_id) values " + taken);
        assertEquals(Optional.empty(), ledgers.bean(Accounts.class).freeName("anyi", "7"));
    }
}
