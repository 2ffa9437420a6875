package gatehouse.provider;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import gatehouse.connection.Outside;
import gatehouse.connection.WebAddress;
import gatehouse.icon.Icon;
import gatehouse.icon.IconChange;
import gatehouse.web.Given;
import gatehouse.web.Label;
import gatehouse.web.Problems;
import gatehouse.web.Refusal;
import gatehouse.web.TypedForm;

/** What was chosen for an icon, the first of these that is there: a file, an address to fetch one from once, no icon any more. */
record TypedIcon(byte[] file, String address, boolean removed) {

    static final TypedIcon NONE = new TypedIcon(new byte[0], "", false);
    private static final Label ADDRESS = new Label("provider.icon-url");

    static TypedIcon of(TypedForm typed) {
        return new TypedIcon(typed.file("icon"), typed.text("iconUrl"), typed.ticked("iconRemove"));
    }

    /** As a program sends it. @throws Refusal 400 when it is not exactly one of the three, or an empty one */
    static TypedIcon of(Given given) {
        byte[] file = given.bytes("file").orElse(new byte[0]);
        boolean removed = given.flag("remove", false);
        String address = given.text("url", "").strip();
        long wishes = Stream.of(file.length > 0, !address.isEmpty(), removed).filter(wished -> wished).count();
        if (wishes != 1) throw new Refusal(400, "refused.json-one", "file, url, remove");
        return new TypedIcon(file, address, removed);
    }

    /** To be asked last: a form with other problems fetches nothing, and has to be given its file again. */
    IconChange read(Problems problems, Outside outside) {
        if (file.length > 0) return uploaded(problems);
        if (!address.isEmpty()) return problems.any() ? IconChange.KEPT : fetched(problems, outside);
        return removed ? IconChange.REMOVED : IconChange.KEPT;
    }

    private IconChange uploaded(Problems problems) {
        boolean again = problems.any();
        Optional<Icon> icon = problems.check("icon", () -> Icon.of(file));
        if (again && icon.isPresent()) problems.add("icon", "provider.icon.again");
        return icon.map(IconChange::to).orElse(IconChange.KEPT);
    }

    private IconChange fetched(Problems problems, Outside outside) {
        return problems.check("iconUrl", () -> {
            WebAddress there = WebAddress.of(address, ADDRESS);
            outside.refuses(there.uri()).ifPresent(refusal -> {
                throw Scrutiny.about(ADDRESS, refusal);
            });
            return Icon.of(outside.fetch(there.uri(), Icon.LONGEST));
        }).map(IconChange::to).orElse(IconChange.KEPT);
    }

    Map<String, Object> shown() {
        return Map.of("iconUrl", address, "iconRemove", removed);
    }
}
