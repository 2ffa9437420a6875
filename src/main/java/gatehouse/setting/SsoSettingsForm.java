package gatehouse.setting;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import gatehouse.account.BasePath;
import gatehouse.account.PermissionChoice;
import gatehouse.account.Permissions;
import gatehouse.web.Problems;
import gatehouse.web.TypedForm;

/** What was typed into the settings page, or what is saved, as the page shows it. */
final class SsoSettingsForm {

    private final TypedForm typed;
    private final Problems problems = new Problems();
    private final PermissionChoice choice;
    private final Optional<BasePath> directory;
    private final Optional<Permissions> permissions;
    private final Optional<Duration> idle;
    private final Optional<Duration> longest;

    /** @param saved the default permissions as they are: imported bits above the known ones stay, and none are added */
    SsoSettingsForm(TypedForm typed, Permissions saved) {
        this.typed = typed;
        choice = PermissionChoice.of(typed, saved);
        directory = problems.check("defaultDir", () -> new BasePath(typed.text("defaultDir")));
        permissions = problems.check("permissionSum", choice::chosen);
        idle = problems.check("idleHours", () -> SessionLimits.idle(typed.text("idleHours")));
        longest = problems.check("longestDays", () -> SessionLimits.longest(typed.text("longestDays")));
    }

    /** The page as it stands before anything is typed. */
    static Map<String, Object> of(SsoSettings sso, SessionLimits limits) {
        return model(sso.enabled(), sso.autoRegister(), sso.compatibility(), sso.defaultDirectory().value(), sso.defaultPermissions().sum(),
                Integer.toString(sso.defaultPermissions().sum()), Long.toString(limits.idle().toHours()), Long.toString(limits.longest().toDays()));
    }

    /** The page again: values kept; where the number was the mistake it stays beside the ticks. */
    Map<String, Object> model() {
        int sum = permissions.orElseGet(choice::ticked).sum();
        String number = permissions.isPresent() ? Integer.toString(sum) : choice.number();
        return model(typed.ticked("enabled"), typed.ticked("autoRegister"), typed.ticked("compatibility"), typed.text("defaultDir"), sum, number,
                typed.text("idleHours"), typed.text("longestDays"));
    }

    private static Map<String, Object> model(boolean enabled, boolean autoRegister, boolean compatibility, String directory, int sum, String number,
                                             String idle, String longest) {
        return Map.of("enabled", enabled, "autoRegister", autoRegister, "compatibility", compatibility, "defaultDir", directory,
                "permission", sum, "permissionSum", number, "idleHours", idle, "longestDays", longest);
    }

    /** Everything that was typed, to be posted once more. */
    List<Map<String, String>> fields() {
        return Stream.of("enabled", "autoRegister", "compatibility", "defaultDir", "permission", "permissionSum", "permissionWas", "idleHours", "longestDays")
                .flatMap(name -> typed.all(name).stream().map(value -> Map.of("name", name, "value", value))).toList();
    }

    Problems problems() {
        return problems;
    }

    SsoSettings settings() {
        return new SsoSettings(typed.ticked("enabled"), typed.ticked("autoRegister"), directory.orElseThrow(), permissions.orElseThrow(),
                typed.ticked("compatibility"));
    }

    SessionLimits limits() {
        return new SessionLimits(idle.orElseThrow(), longest.orElseThrow());
    }
}
