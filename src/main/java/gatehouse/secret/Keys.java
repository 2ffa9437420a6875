package gatehouse.secret;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import gatehouse.config.Config;
import gatehouse.config.DataFolder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/**
 * The key ring that belongs to this database: GATEHOUSE_KEYS, or {@code keys} in the data folder. The database holds a
 * check value; a ring is made only while there is none, so a lost ring is noticed and never silently replaced.
 */
@ApplicationScoped
public class Keys {

    @PersistenceContext
    EntityManager em;
    @Inject
    Config config;
    private volatile KeyRing ring;

    /** The ring, proven to be the right one. @throws KeysMissing while it is not there or does not open this database */
    @Transactional
    public KeyRing ring() {
        if (ring == null) ring = open();
        return ring;
    }

    private synchronized KeyRing open() {
        Optional<String> check = check().or(this::checkAlone);
        KeyRing found = found(check.isEmpty()).orElseThrow(() -> new KeysMissing(place()));
        if (check.isEmpty()) {
            em.createNativeQuery("insert into key_check (id, sealed) values (1, :sealed)").setParameter("sealed", found.check()).executeUpdate();
        } else if (!found.opens(check.get())) {
            throw new KeysMissing(place());
        }
        return found;
    }

    private Optional<String> check() {
        List<?> rows = em.createNativeQuery("select sealed from key_check where id = 1").getResultList();
        return rows.stream().map(String.class::cast).findFirst();
    }

    /** Once more, while nobody else can write one: of nodes that first start at once the others wait here, where they would fail. */
    private Optional<String> checkAlone() {
        em.createNativeQuery("select name from setting where name = 'lock' for update").getSingleResult();
        return check();
    }

    private Optional<KeyRing> found(boolean mayMake) {
        Path file = Path.of(place());
        if (Files.exists(file)) return Optional.of(KeyRing.read(file));
        if (!mayMake) return Optional.empty();
        DataFolder.make(file.toAbsolutePath().getParent());
        return Optional.of(KeyRing.make(file));
    }

    /** The file where the ring is looked for. */
    public String place() {
        return config.find("gatehouse.keys").orElseGet(() -> config.data().resolve("keys").toString());
    }
}
