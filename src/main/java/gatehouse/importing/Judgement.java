package gatehouse.importing;

import static gatehouse.importing.Newcomer.Note;
import static gatehouse.importing.Newcomer.State;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import gatehouse.account.Account;
import gatehouse.account.Accounts;
import gatehouse.account.BasePath;
import gatehouse.account.Outsider;
import gatehouse.account.Username;
import gatehouse.provider.Provider;
import gatehouse.web.Refusal;

/** Judges the users of one backup, one after the other, against the accounts there are. */
final class Judgement {

    private static final int LONGEST_SUBJECT = 255;
    private final Accounts accounts;
    private final Optional<Provider> provider;
    private final boolean binds;
    private final Set<String> names = new HashSet<>();
    private final Set<String> subjects = new HashSet<>();

    /** @param binds whether identities are bound at all; @param provider whose they are, empty for one that is made with the import */
    Judgement(Accounts accounts, boolean binds, Optional<Provider> provider) {
        this.accounts = accounts;
        this.binds = binds;
        this.provider = provider;
    }

    List<Newcomer> of(List<BackupUser> users) {
        List<Newcomer> judged = new ArrayList<>();
        for (BackupUser user : users) judged.add(of(judged.size(), user));
        return judged;
    }

    private Newcomer of(int number, BackupUser user) {
        Optional<BasePath> path = accepted(() -> BasePath.ofOne(user.basePath()));
        Username name = accepted(() -> Username.of(user.username())).orElseGet(() -> Username.from(user.username()));
        Optional<Account> here = accounts.named(name);
        State state = state(user, name, path.isPresent(), here);
        List<Note> notes = new ArrayList<>();
        String subject = state.takes() ? subject(user, here, notes) : "";
        if (state.takes()) remark(user, name, here, subject, notes);
        return new Newcomer(number, user, state, name, path, subject, notes);
    }

    private State state(BackupUser user, Username name, boolean path, Optional<Account> here) {
        if (user.kind() == BackupUser.Kind.GUEST) return State.GUEST;
        if (!names.add(name.canonical())) return State.TWICE;
        if (here.filter(Account::administrator).isPresent()) return State.ADMINISTRATOR_HERE;
        if (name.reserved()) return State.RESERVED;
        if (!path) return State.DIRECTORY;
        if (user.permission() < 0) return State.PERMISSION;
        if (here.isPresent()) return State.HERE;
        return accounts.free(name) ? State.NEW : State.USED;
    }

    /** The identity to bind; nobody's is ever moved, and of two with the same only the first gets it, as AList's sign-in had it. */
    private String subject(BackupUser user, Optional<Account> here, List<Note> notes) {
        String subject = user.ssoId();
        if (!binds || subject.isEmpty()) return "";
        Optional<Note> hindrance = hindrance(subject, here);
        hindrance.ifPresent(notes::add);
        return hindrance.isPresent() ? "" : subject;
    }

    private Optional<Note> hindrance(String subject, Optional<Account> here) {
        if (subject.length() > LONGEST_SUBJECT) return Optional.of(Note.IDENTITY_LONG);
        if (!subjects.add(subject)) return Optional.of(Note.IDENTITY_TWICE);
        if (provider.isEmpty()) return Optional.empty();
        Outsider outsider = new Outsider(provider.get().id(), provider.get().issuer(), subject, "");
        long owner = accounts.boundTo(outsider).map(identity -> identity.account().id()).orElse(0L);
        if (owner != 0 && owner != here.map(Account::id).orElse(0L)) return Optional.of(Note.BOUND_ELSEWHERE);
        boolean other = here.flatMap(account -> account.identityAt(provider.get().id())).filter(identity -> !identity.subject().equals(subject)).isPresent();
        return other ? Optional.of(Note.OTHER_IDENTITY) : Optional.empty();
    }

    private static void remark(BackupUser user, Username name, Optional<Account> here, String subject, List<Note> notes) {
        if (!name.shown().equals(user.username())) notes.add(Note.RENAMED);
        if (user.kind() == BackupUser.Kind.ADMINISTRATOR) notes.add(Note.NO_ADMINISTRATOR);
        if (user.disabled()) notes.add(Note.DISABLED);
        if (here.isEmpty() && subject.isEmpty()) notes.add(Note.NO_WAY_IN);
        if (user.permission() > HigherBits.HIGHEST_SHARED) notes.add(Note.HIGHER_BITS);
    }

    private static <T> Optional<T> accepted(Supplier<T> value) {
        try {
            return Optional.of(value.get());
        } catch (Refusal refused) {
            return Optional.empty();
        }
    }
}
