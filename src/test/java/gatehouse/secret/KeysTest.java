package gatehouse.secret;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

import gatehouse.AtOnce;
import gatehouse.Ledgers;
import gatehouse.config.Config;
import jakarta.persistence.EntityManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysTest {

    @TempDir
    Path data;

    @Test
    void nodes_that_first_start_at_once_make_one_ring_and_none_of_them_fails() throws Exception {
        Ledgers ledgers = new Ledgers(data);
        List<KeyRing> rings = AtOnce.all(4, node -> opening(ledgers));
        String sealed = rings.get(0).seal(Secret.of("canary"), "here");
        assertTrue(rings.stream().allMatch(ring -> ring.open(sealed, "here").reveal().equals("canary")));
        assertEquals(1, ledgers.count("select count(*) from key_check"));
    }

    /** A node that has opened nothing yet. */
    private static Callable<KeyRing> opening(Ledgers ledgers) {
        Keys node = new Keys();
        node.em = ledgers.bean(EntityManager.class);
        node.config = ledgers.bean(Config.class);
        return () -> ledgers.in(node::ring);
    }
}
