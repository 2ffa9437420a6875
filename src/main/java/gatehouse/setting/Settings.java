package gatehouse.setting;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import gatehouse.account.BasePath;
import gatehouse.account.Permissions;
import gatehouse.web.PublicUrl;
import gatehouse.web.StoredAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/** The settings an administrator changes on pages. A missing row is its default; what is read may be a second old. */
@ApplicationScoped
@Transactional
public class Settings implements StoredAddress {

    private static final long SECOND = 1_000_000_000L;

    private record Snapshot(Map<String, String> rows, long readAt) {
    }

    @PersistenceContext
    EntityManager em;
    private volatile Snapshot snapshot;

    public SsoSettings sso() {
        Map<String, String> rows = rows();
        SsoSettings initial = SsoSettings.DEFAULT;
        return new SsoSettings(flag(rows, "sso.enabled", initial.enabled()), flag(rows, "sso.auto-register", initial.autoRegister()),
                new BasePath(rows.getOrDefault("sso.default-dir", initial.defaultDirectory().value())),
                Permissions.imported(Integer.parseInt(rows.getOrDefault("sso.default-permission", "0"))),
                flag(rows, "sso.compatibility", initial.compatibility()));
    }

    public void keep(SsoSettings sso) {
        keep("sso.enabled", Boolean.toString(sso.enabled()));
        keep("sso.auto-register", Boolean.toString(sso.autoRegister()));
        keep("sso.default-dir", sso.defaultDirectory().value());
        keep("sso.default-permission", Integer.toString(sso.defaultPermissions().sum()));
        keep("sso.compatibility", Boolean.toString(sso.compatibility()));
    }

    public SessionLimits sessions() {
        Map<String, String> rows = rows();
        return new SessionLimits(Duration.parse(rows.getOrDefault("session.idle", SessionLimits.DEFAULT.idle().toString())),
                Duration.parse(rows.getOrDefault("session.longest", SessionLimits.DEFAULT.longest().toString())));
    }

    public void keep(SessionLimits limits) {
        keep("session.idle", limits.idle().toString());
        keep("session.longest", limits.longest().toString());
    }

    @Override
    public Optional<PublicUrl> publicUrl() {
        return Optional.ofNullable(rows().get("site.public-url")).map(PublicUrl::new);
    }

    public void keep(PublicUrl url) {
        keep("site.public-url", url.value());
    }

    private Map<String, String> rows() {
        Snapshot last = snapshot;
        if (last != null && System.nanoTime() - last.readAt() < SECOND) return last.rows();
        Map<String, String> rows = new HashMap<>();
        List<?> all = em.createNativeQuery("select name, content from setting").getResultList();
        all.forEach(row -> rows.put((String) ((Object[]) row)[0], (String) ((Object[]) row)[1]));
        snapshot = new Snapshot(Map.copyOf(rows), System.nanoTime());
        return rows;
    }

    private void keep(String name, String content) {
        int changed = em.createNativeQuery("update setting set content = :content where name = :name")
                .setParameter("content", content).setParameter("name", name).executeUpdate();
        if (changed == 0) em.createNativeQuery("insert into setting (name, content) values (:name, :content)")
                .setParameter("name", name).setParameter("content", content).executeUpdate();
        snapshot = null;
    }

    private static boolean flag(Map<String, String> rows, String name, boolean otherwise) {
        return Boolean.parseBoolean(rows.getOrDefault(name, Boolean.toString(otherwise)));
    }
}
