package gatehouse.setting;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/** The rows behind the settings, by name. Whoever reads them without a transaction gets one. */
@ApplicationScoped
@Transactional
class SettingRows {

    @PersistenceContext
    EntityManager em;

    Map<String, String> read() {
        Map<String, String> rows = new HashMap<>();
        List<?> all = em.createNativeQuery("select name, content from setting").getResultList();
        all.forEach(row -> rows.put((String) ((Object[]) row)[0], (String) ((Object[]) row)[1]));
        return Map.copyOf(rows);
    }

    /**
     * Locks the one row that is always there: whoever holds it is the only one who writes settings, so no insert can race. The administrators are
     * held before it, as everywhere: single sign-on that goes off may leave none, and the import saves settings while it holds them.
     */
    void hold() {
        em.createNativeQuery("select name from setting where name = 'lock' for update").getSingleResult();
    }

    void write(String name, String content, boolean there) {
        String sql = there ? "update setting set content = :content where name = :name" : "insert into setting (name, content) values (:name, :content)";
        em.createNativeQuery(sql).setParameter("content", content).setParameter("name", name).executeUpdate();
    }
}
