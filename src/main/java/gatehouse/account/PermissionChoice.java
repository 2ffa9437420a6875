package gatehouse.account;

import java.util.List;

import gatehouse.web.Refusal;
import gatehouse.web.TypedForm;

/** Ticks and a number as the permission picker posts them: the number wins if it was changed, imported bits above the known ones stay, none are added. */
public record PermissionChoice(List<String> ticks, String number, Permissions shown) {

    /** @param saved the permissions as they are */
    public static PermissionChoice of(TypedForm typed, Permissions saved) {
        return new PermissionChoice(typed.all("permission"), typed.text("permissionSum"), shown(typed.text("permissionWas"), saved));
    }

    /** As the picker shows what is saved. */
    public static PermissionChoice of(Permissions saved) {
        return new PermissionChoice(saved.ticked().stream().map(permission -> Integer.toString(permission.bit())).toList(), Integer.toString(saved.sum()), saved);
    }

    /** The number the page showed, by which a changed one is told; a forged one counts as what is saved. */
    private static Permissions shown(String was, Permissions saved) {
        if (!was.matches("[0-9]{1,9}")) return saved;
        Permissions sum = Permissions.imported(Integer.parseInt(was));
        return sum.other() == saved.other() ? sum : saved;
    }

    /** @throws Refusal 422 for what is no sum */
    public Permissions chosen() {
        return Permissions.chosen(ticks, number, shown);
    }

    /** What is ticked when the number cannot be read. */
    public Permissions ticked() {
        try {
            return Permissions.of(ticks).plus(Permissions.imported(shown.other()));
        } catch (Refusal noTickOfOurs) {
            return shown;
        }
    }
}
