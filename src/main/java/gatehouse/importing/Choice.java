package gatehouse.importing;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import gatehouse.account.Permissions;
import gatehouse.web.Given;
import gatehouse.web.Problems;
import gatehouse.web.Refusal;
import gatehouse.web.TypedForm;

/**
 * What an administrator ticked of a backup.
 *
 * @param settings the keys of the settings to take over
 * @param people   the places in the file of those to take over
 * @param whose    whose the identities are: the slug of a provider, {@link #MADE} for one that is made of the file, empty for nobody's
 * @param bits     whose the bits above 8192 are; empty when nobody was asked
 */
record Choice(Set<String> settings, Set<Integer> people, String whose, Optional<HigherBits> bits) {

    /** No slug holds a plus. */
    static final String MADE = "+";

    static Choice typed(TypedForm typed) {
        Set<Integer> people = typed.all("person").stream().filter(number -> number.matches("[0-9]{1,4}")).map(Integer::valueOf).collect(Collectors.toSet());
        return new Choice(Set.copyOf(typed.all("setting")), people, typed.text("provider"), HigherBits.typed(typed.text("bits")));
    }

    /** As a program sends it. @throws Refusal 400 for a field of the wrong type, and for what the backup does not hold */
    static Choice of(Given given, AListBackup backup) {
        Optional<HigherBits> bits = HigherBits.typed(given.text("bits", ""));
        Choice choice = new Choice(Set.copyOf(given.texts("settings")), Set.copyOf(given.numbers("people")), given.text("provider", ""), bits);
        if (given.has("bits") && bits.isEmpty()) throw new Refusal(400, "refused.json-type", "bits", "openlist, alist, drop");
        if (!backup.settings().keySet().containsAll(choice.settings())) throw new Refusal(400, "refused.json-type", "settings", "sso_default_dir");
        if (choice.people().stream().anyMatch(number -> number >= backup.users().size())) throw new Refusal(400, "refused.json-type", "people", "[0]");
        return choice;
    }

    /** To begin with: all settings and all new people. */
    static Choice suggested(List<String> settings, List<Newcomer> people, String whose) {
        return new Choice(Set.copyOf(settings), people.stream().filter(Newcomer::suggested).map(Newcomer::number).collect(Collectors.toSet()), whose, Optional.empty());
    }

    boolean binds() {
        return !whose.isEmpty();
    }

    boolean makes() {
        return whose.equals(MADE);
    }

    /** Whoever takes a higher bit over must say whose it is. */
    void check(AListBackup backup, List<Newcomer> people, Problems problems) {
        boolean asked = taken(people).stream().anyMatch(one -> one.user().permission() > HigherBits.HIGHEST_SHARED) || higherDefault(backup);
        if (asked && bits.isEmpty()) problems.add("bits", "importing.bits.missing");
    }

    private boolean higherDefault(AListBackup backup) {
        String value = backup.setting(OldSetting.DEFAULT_PERMISSION.key());
        return settings.contains(OldSetting.DEFAULT_PERMISSION.key()) && value.matches("[0-9]{1,9}") && Integer.parseInt(value) > HigherBits.HIGHEST_SHARED;
    }

    List<Newcomer> taken(List<Newcomer> all) {
        return all.stream().filter(one -> people.contains(one.number())).toList();
    }

    /** The permissions without what is to be dropped. */
    Permissions lowered(Permissions permissions) {
        return bits.map(whose -> whose.of(permissions)).orElse(permissions);
    }

    /** As {@link #lowered(Permissions)}, for a number as the file has it; what is none stays as it is. */
    String lowered(String sum) {
        return sum.matches("[0-9]{1,9}") ? Integer.toString(lowered(Permissions.imported(Integer.parseInt(sum))).sum()) : sum;
    }
}
