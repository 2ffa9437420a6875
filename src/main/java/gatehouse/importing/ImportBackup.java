package gatehouse.importing;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import gatehouse.provider.Provider;
import gatehouse.provider.Providers;
import gatehouse.session.CurrentAccount;
import gatehouse.web.Page;
import gatehouse.web.Problems;
import gatehouse.web.Races;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

/** An administrator has a backup looked at, and taken over as far as it is ticked: the session's own, by a page or in JSON. */
@RequestScoped
public class ImportBackup {

    @Inject
    Page page;
    @Inject
    CurrentAccount current;
    @Inject
    ImportDrafts drafts;
    @Inject
    Providers providers;
    @Inject
    TakeOver takeOver;
    @Inject
    ProviderOfBackup made;

    /** Reads a file and keeps what it says. What is wrong with it is a problem at {@code file}, with its passphrase at {@code passphrase}. */
    void keep(byte[] bytes, String passphrase, Problems problems) {
        problems.check("file", () -> BackupFile.of(bytes)).ifPresent(file -> problems.check("passphrase", () -> file.opener(passphrase))
                .ifPresent(opener -> problems.check("file", () -> kept(AListBackup.read(file, opener)))));
    }

    private AListBackup kept(AListBackup read) {
        long session = current.session().id();
        return Races.settled(() -> drafts.keep(session, read));
    }

    /** The one that this session looks at. */
    Optional<AListBackup> draft() {
        return drafts.of(current.session().id());
    }

    void forget() {
        drafts.forget(current.session().id());
    }

    /** Empty when there are problems. @throws gatehouse.web.Refusal 409 when it was taken over already, or an account came or went */
    Optional<Imported> apply(AListBackup backup, Choice choice, Problems problems) {
        choice.check(backup, judged(backup, choice), problems);
        Optional<Supplier<Provider>> whose = problems.any() ? Optional.empty() : whose(choice, backup, problems);
        if (problems.any()) return Optional.empty();
        return Optional.of(Races.settled(() -> takeOver.apply(current.session().id(), choice, whose, page.visit().me().orElseThrow())));
    }

    private Optional<Supplier<Provider>> whose(Choice choice, AListBackup backup, Problems problems) {
        if (choice.makes()) return made.of(backup, problems, page.visit().me().orElseThrow());
        Optional<Provider> there = there(choice);
        if (choice.binds() && there.isEmpty()) problems.add("provider", "importing.provider.gone");
        return there.map(provider -> () -> provider);
    }

    private Optional<Provider> there(Choice choice) {
        return providers.all().stream().filter(one -> one.slug().equals(choice.whose())).findFirst();
    }

    /** The people of the file, their identities judged for the provider that was chosen. */
    List<Newcomer> judged(AListBackup backup, Choice choice) {
        Optional<Provider> there = there(choice);
        return takeOver.judged(backup, choice.makes() || there.isPresent(), there);
    }

    /** What is ticked to begin with, for the provider that fits. */
    Choice suggested(AListBackup backup) {
        return suggested(backup, made.like(backup).map(Provider::slug).orElse(ProviderOfBackup.possible(backup) ? Choice.MADE : ""));
    }

    /** What is ticked to begin with. @param whose the slug of a provider, {@link Choice#MADE}, or empty */
    Choice suggested(AListBackup backup, String whose) {
        Choice nobody = new Choice(Set.of(), Set.of(), whose, Optional.empty());
        return Choice.suggested(Arrays.stream(OldSetting.values()).map(OldSetting::key).toList(), judged(backup, nobody), whose);
    }
}
