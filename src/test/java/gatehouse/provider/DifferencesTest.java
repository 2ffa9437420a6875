package gatehouse.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import gatehouse.account.Roles;
import gatehouse.icon.Icon;
import gatehouse.icon.IconChange;
import gatehouse.web.Messages;
import gatehouse.web.Problems;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DifferencesTest {

    private final Workshop workshop;

    DifferencesTest(@TempDir Path data) {
        workshop = new Workshop(data);
    }

    private List<String> rows(Draft mine, Draft saved) {
        Differences differences = new Differences(Messages.in(Locale.ENGLISH), workshop.ledgers.bean(Roles.class).grantable());
        return differences.shown(mine, saved).stream().map(row -> row.get("label") + ": " + row.get("mine") + " / " + row.get("saved")).toList();
    }

    @Test
    @DisplayName("A-12 what differs is told field by field, as people read it, in the order of the page")
    void what_differs_is_told() {
        Draft mine = Filled.custom().with("name", "Mine").with("phone", "x").with("rulePhone", "$.tel").with("redirectStyle", "ALIST").with("deadline", "20").draft();
        Draft saved = Filled.custom().with("authentication", "BODY").without("pkce").draft();
        assertEquals(List.of("Redirect style: As in AList / One address for everything", "Name: Mine / Acme", "Client authentication: HTTP Basic / In the form body",
                "PKCE: on / off", "Phone (phone): $.tel / $.phone", "Deadline: 20 / 15"), rows(mine, saved));
        assertEquals(List.of(), rows(mine, mine));
    }

    @Test
    @DisplayName("A-12 the second of two administrators loses nothing: what differs is found, and by the new version theirs is saved")
    void a_conflict_is_solved_by_the_new_version() {
        workshop.add(Filled.custom());
        Filled page = workshop.page("acme").with("name", "Mine");
        workshop.change("acme", workshop.page("acme").with("name", "First").with("scope", "first"));
        assertEquals(Set.of("version"), workshop.change("acme", page).keySet());
        Provider now = workshop.saved("acme");
        assertEquals(List.of("Name: Mine / First", "Scope:  / first"), rows(workshop.save.wanted(now, page.form()).orElseThrow(), now.draft()).stream()
                .map(row -> row.replace("openid profile email", "")).toList());
        assertEquals(Map.of(), workshop.change("acme", page.with("version", Integer.toString(now.version()))));
        assertEquals("Mine", workshop.saved("acme").name());
    }

    @Test
    void what_a_page_does_not_keep_is_asked_for_again() {
        Problems problems = new Problems();
        problems.add("seen", "provider.stakes.ask", 1, 1);
        Filled.custom().form().askAgain(problems);
        assertEquals(Set.of("seen", "clientSecret"), problems.byField().keySet());
        Problems none = new Problems();
        Filled.custom().form().askAgain(none);
        assertFalse(none.any(), "another field is wrong: the field says it by its hint");
        assertEquals(true, Filled.custom().form().shown().get("retype"));
        assertEquals(false, Filled.of(Filled.custom().draft(), 1).form().shown().get("retype"));
    }

    @Test
    @DisplayName("A-07 everything done to a provider is told to the log: who, what, which fields; never a value")
    void what_is_done_is_told() {
        workshop.add(Filled.custom());
        workshop.add(Filled.custom().with("name", "Second"));
        workshop.change("acme", workshop.page("acme").with("name", "Other").with("clientSecret", "very-secret"));
        workshop.change("acme", workshop.page("acme"));
        workshop.arrange.disable(workshop.arrange.stakes("acme"), "", Filled.ME);
        workshop.arrange.disable(workshop.arrange.stakes("acme"), "", Filled.ME);
        workshop.arrange.enable("acme", Filled.ME);
        workshop.arrange.move("acme", 1, Filled.ME);
        workshop.arrange.move("acme", 1, Filled.ME);
        workshop.arrange.remove(workshop.arrange.stakes("acme"), workshop.arrange.stakes("acme").seen(), Filled.ME);
        assertEquals(List.of("ADDED acme ", "ADDED second ", "CHANGED acme name clientSecret", "DISABLED acme ", "ENABLED acme ", "MOVED acme ", "DELETED acme "),
                workshop.told().stream().map(event -> event.kind() + " " + event.provider() + " " + event.change()).toList());
        assertTrue(workshop.told().stream().allMatch(event -> event.username().equals("admin") && event.account() == 1));
        assertFalse(workshop.told().toString().contains("very-secret"));
    }

    @Test
    @DisplayName("A-07 another icon is told to the log")
    void another_icon_is_told() {
        workshop.add(Filled.custom());
        Icon dot = Icon.of("<svg xmlns='http://www.w3.org/2000/svg'><circle r='3'/></svg>".getBytes());
        Icons icons = workshop.ledgers.bean(Icons.class);
        workshop.ledgers.in(() -> icons.along(IconChange.to(dot), Filled.ME, () -> workshop.providers.named("acme")));
        assertEquals(ProviderEvent.Kind.ICON_CHANGED, workshop.told().get(1).kind());
    }
}
