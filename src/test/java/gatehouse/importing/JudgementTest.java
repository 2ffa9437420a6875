package gatehouse.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import gatehouse.Ledgers;
import gatehouse.People;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JudgementTest {

    @TempDir
    Path data;

    @Test
    void a_directory_that_would_follow_whoever_renames_themselves_is_not_taken_over() {
        Ledgers ledgers = new Ledgers(data);
        new People(ledgers).account("anyi");
        for (String name : List.of("anyi", "newcomer")) {
            BackupUser user = new BackupUser(name, "/home/{username}", 0, BackupUser.Kind.PERSON, false, "");
            List<Newcomer> judged = ledgers.bean(TakeOver.class).judged(new AListBackup(Map.of(), List.of(user)), false, Optional.empty());
            assertEquals(Newcomer.State.DIRECTORY, judged.get(0).state());
        }
    }
}
