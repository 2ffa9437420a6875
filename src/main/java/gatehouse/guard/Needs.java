package gatehouse.guard;

import static gatehouse.account.Permission.COPY;
import static gatehouse.account.Permission.DELETE;
import static gatehouse.account.Permission.MOVE;
import static gatehouse.account.Permission.RENAME;
import static gatehouse.account.Permission.SEE_HIDDEN;
import static gatehouse.account.Permission.WEBDAV_MANAGE;
import static gatehouse.account.Permission.WEBDAV_READ;
import static gatehouse.account.Permission.WRITE;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

import gatehouse.account.Permission;

/** The table of methods and bits, as AList means them. */
final class Needs {

    private static final Set<String> READING = Set.of("OPTIONS", "PROPFIND", "GET", "HEAD");
    private static final Set<String> MANAGING = Set.of("PUT", "DELETE", "PROPPATCH", "MKCOL", "COPY", "MOVE", "LOCK", "UNLOCK");

    private Needs() {
    }

    /** All the bits this request needs there; empty when nobody but an administrator may send that method. */
    static Optional<Set<Permission>> of(Mode mode, Question question) {
        Optional<Set<Permission>> bits = mode == Mode.WEBDAV ? webdav(question.method()) : files(question);
        boolean hidden = question.path().hidden() || question.destination().filter(RequestPath::hidden).isPresent();
        return hidden ? bits.map(Needs::andHidden) : bits;
    }

    private static Optional<Set<Permission>> webdav(String method) {
        if (READING.contains(method)) return Optional.of(Set.of(WEBDAV_READ));
        return MANAGING.contains(method) ? Optional.of(Set.of(WEBDAV_READ, WEBDAV_MANAGE)) : Optional.empty();
    }

    private static Optional<Set<Permission>> files(Question question) {
        return switch (question.method()) {
            case "OPTIONS", "PROPFIND", "GET", "HEAD" -> Optional.of(Set.of());
            case "PUT", "POST", "MKCOL" -> Optional.of(Set.of(WRITE));
            case "MOVE" -> Optional.of(Set.of(question.destination().filter(question.path()::beside).isPresent() ? RENAME : MOVE));
            case "COPY" -> Optional.of(Set.of(COPY));
            case "DELETE" -> Optional.of(Set.of(DELETE));
            default -> Optional.empty();
        };
    }

    private static Set<Permission> andHidden(Set<Permission> bits) {
        Set<Permission> more = EnumSet.of(SEE_HIDDEN);
        more.addAll(bits);
        return more;
    }
}
