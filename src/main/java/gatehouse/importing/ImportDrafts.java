package gatehouse.importing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Optional;

import com.fasterxml.jackson.databind.ObjectMapper;

import gatehouse.secret.Keys;
import gatehouse.secret.SecretLost;
import gatehouse.web.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/** The backups that administrators are looking at: each belongs to one session and is taken over once. */
@ApplicationScoped
@Transactional
public class ImportDrafts {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST = 1_000_000;

    @PersistenceContext
    EntityManager em;
    @Inject
    Keys keys;
    @Inject
    Clock clock;

    /** Keeps it instead of the one that session had before; what is over goes. @throws Refusal 422 when it is longer than a megabyte */
    AListBackup keep(long session, AListBackup backup) {
        byte[] sealed = sealed(session, backup);
        if (sealed.length > LONGEST) throw Refusal.invalid("importing.file.long");
        em.createQuery("delete from ImportDraft d where d.session = :session or d.expires < :now").setParameter("session", session)
                .setParameter("now", clock.instant()).executeUpdate();
        em.persist(new ImportDraft(session, sealed, clock.instant()));
        em.flush();
        return backup;
    }

    Optional<AListBackup> of(long session) {
        return Optional.ofNullable(em.find(ImportDraft.class, session)).filter(draft -> !draft.overAt(clock.instant())).flatMap(draft -> opened(session, draft));
    }

    /** Takes it: whoever comes second finds none. */
    Optional<AListBackup> take(long session) {
        Optional<ImportDraft> found = Optional.ofNullable(em.find(ImportDraft.class, session, LockModeType.PESSIMISTIC_WRITE));
        Optional<AListBackup> backup = found.filter(draft -> !draft.overAt(clock.instant())).flatMap(draft -> opened(session, draft));
        found.ifPresent(em::remove);
        em.flush();
        return backup;
    }

    void forget(long session) {
        em.createQuery("delete from ImportDraft d where d.session = :session").setParameter("session", session).executeUpdate();
    }

    /** Removes what is over. */
    public void purge() {
        em.createQuery("delete from ImportDraft d where d.expires < :now").setParameter("now", clock.instant()).executeUpdate();
    }

    private byte[] sealed(long session, AListBackup backup) {
        try {
            return keys.ring().sealText(JSON.writeValueAsString(backup), place(session)).getBytes(UTF_8);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private Optional<AListBackup> opened(long session, ImportDraft draft) {
        try {
            return Optional.of(JSON.readValue(keys.ring().openText(new String(draft.content(), UTF_8), place(session)), AListBackup.class));
        } catch (SecretLost lost) {
            return Optional.empty();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static String place(long session) {
        return "import_draft/content/" + session;
    }
}
