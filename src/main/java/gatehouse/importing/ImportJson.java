package gatehouse.importing;

import java.util.ArrayList;
import java.util.List;

import gatehouse.setting.SsoSettings;

/**
 * A backup as programs see it before it is taken over.
 *
 * @param dead     names of what is in the file, and was never read by AList
 * @param platform AList's word for its one platform; empty for none
 * @param provider whose the identities were judged to be: a slug, {@code +} for one made of the file, empty for nobody's
 * @param makes    whether {@code +} may be chosen
 */
record ImportJson(List<Setting> settings, List<String> dead, String platform, String provider, boolean makes, List<Person> people) {

    /** @param refused why it cannot be taken over; null when it can */
    record Setting(String key, String value, String now, String refused, boolean suggested) {
    }

    /** @param number its place in the file @param subject what would be bound; empty for nothing @param takes whether it can be ticked */
    record Person(int number, String username, String name, String basePath, int permission, String ssoId, String subject, String state,
                  boolean takes, boolean suggested, List<String> notes) {
    }

    static ImportJson of(AListBackup backup, Choice choice, List<Newcomer> judged, SsoSettings now, ImportView view) {
        List<Setting> settings = new ArrayList<>();
        view.settings(now).forEach(row -> settings.add(new Setting((String) row.get("id"), (String) row.get("value"), (String) row.get("now"),
                row.get("refused").equals("") ? null : (String) row.get("refused"), (boolean) row.get("ticked"))));
        List<Person> people = judged.stream().map(ImportJson::person).toList();
        return new ImportJson(settings, view.dead(), backup.setting("sso_login_platform"), choice.whose(), ProviderOfBackup.possible(backup), people);
    }

    private static Person person(Newcomer one) {
        BackupUser there = one.user();
        return new Person(one.number(), there.username(), one.name().shown(), there.basePath(), Math.max(0, there.permission()), there.ssoId(), one.subject(),
                ImportView.word(one.state()), one.state().takes(), one.suggested(), one.notes().stream().map(ImportView::word).toList());
    }
}
