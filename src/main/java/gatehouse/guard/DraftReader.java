package gatehouse.guard;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import gatehouse.web.Problems;
import gatehouse.web.PublicUrl;
import gatehouse.web.Refusal;

/** Turns a form into a draft, or into problems, all of them at once. */
final class DraftReader {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_ORIGIN = 300;
    private static final int LONGEST_PREFIX = 512;
    private static final int LONGEST_OPEN = 4096;
    private static final Pattern ADDRESS = Pattern.compile("(?i)(https?://[^/?#]+)(/[^?#]*)?");

    private final GuardedForm form;
    private final Problems problems;

    DraftReader(GuardedForm form, Problems problems) {
        this.form = form;
        this.problems = problems;
    }

    /** Empty when there are problems. @param roles the ids of all roles. @param usual the address people use; empty when none is known */
    Optional<Draft> read(Set<Long> roles, String usual) {
        String name = name();
        Matcher address = ADDRESS.matcher(form.text("address"));
        if (!address.matches()) problems.add("address", "guard.address.form");
        String origin = address.matches() ? origin("address", address.group(1)) : "";
        String prefix = address.matches() ? prefix(address.group(2)) : "";
        Mode mode = choice("mode", Mode.class).orElse(Mode.SIGNED_IN);
        Confinement confinement = choice("confinement", Confinement.class).orElse(Confinement.REFUSE);
        Set<Long> chosen = chosen(roles, mode);
        String open = open();
        String signIn = form.text("signIn").isEmpty() ? "" : origin("signIn", form.text("signIn"));
        if (signIn.isEmpty() && usual.isEmpty()) problems.add("signIn", "guard.sign-in.unknown");
        if (prefix.isEmpty() && origin.equals(signIn.isEmpty() ? usual : signIn)) problems.add("address", "guard.address.home");
        String upstream = origin("upstream", form.text("upstream"));
        Draft draft = new Draft(name, origin, prefix, mode, chosen, open, confinement, signIn, upstream);
        return problems.any() ? Optional.empty() : Optional.of(draft);
    }

    private String name() {
        String name = form.text("name").replaceAll("\\p{Cntrl}", " ");
        if (name.isEmpty() || name.length() > LONGEST_NAME) problems.add("name", "guard.name.length", LONGEST_NAME);
        return name;
    }

    private String origin(String field, String typed) {
        return problems.check(field, () -> {
            try {
                String origin = new PublicUrl(typed).value();
                if (origin.length() <= LONGEST_ORIGIN) return origin;
            } catch (Refusal malformed) {
                throw Refusal.invalid("guard.address.form");
            }
            throw Refusal.invalid("guard.address.form");
        }).orElse("");
    }

    private String prefix(String typed) {
        if (typed == null || typed.equals("/")) return "";
        return path("address", typed).filter(path -> fits("address", path, LONGEST_PREFIX)).orElse("");
    }

    private boolean fits(String field, String path, int longest) {
        if (path.length() > longest) problems.add(field, "guard.path.long", longest);
        return path.length() <= longest;
    }

    /** In the one spelling that is kept, without a slash at the end. */
    private Optional<String> path(String field, String typed) {
        return problems.check(field, () -> {
            try {
                return new RequestPath(RequestPath.of(typed).names(), false).encoded();
            } catch (Refusal malformed) {
                throw Refusal.invalid("guard.path.form", typed.length() <= 60 ? typed : typed.substring(0, 60));
            }
        });
    }

    private String open() {
        String paths = form.text("open").lines().map(String::strip).filter(line -> !line.isEmpty()).flatMap(line -> path("open", line).stream())
                .distinct().collect(Collectors.joining("\n"));
        fits("open", paths, LONGEST_OPEN);
        return paths;
    }

    private Set<Long> chosen(Set<Long> roles, Mode mode) {
        Set<String> known = roles.stream().map(String::valueOf).collect(Collectors.toSet());
        Set<Long> chosen = form.roles().stream().filter(known::contains).map(Long::valueOf).collect(Collectors.toSet());
        if (mode == Mode.ROLES && chosen.isEmpty()) problems.add("roles", "guard.roles.required");
        return mode == Mode.ROLES ? chosen : Set.of();
    }

    private <E extends Enum<E>> Optional<E> choice(String field, Class<E> type) {
        Optional<E> chosen = Arrays.stream(type.getEnumConstants()).filter(one -> one.name().equals(form.text(field))).findFirst();
        if (chosen.isEmpty()) problems.add(field, "guard.choose");
        return chosen;
    }
}
