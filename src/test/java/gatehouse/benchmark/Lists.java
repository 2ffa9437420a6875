package gatehouse.benchmark;

import gatehouse.it.Page;
import gatehouse.it.Parameters;
import gatehouse.it.Visitor;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The lists of the admin panel, each at its first and its last page.
 *
 * @param lastOfLog the place in the audit log before its last page
 */
record Lists(Meter meter, Visitor browser, String lastOfLog, Consumer<Measured> told) {

    private static final int WARM_UP = 10;
    private static final int COUNT = 60;
    private static final String USERS = "/admin/users";
    private static final String LOG = "/admin/audit";

    void run() {
        for (int i = 0; i < 6 * WARM_UP; i++) open(USERS);
        searches().forEach((name, query) -> {
            measure(name, USERS + "?" + query.encoded());
            measure(name + ", last", USERS + "?" + query.and("last", "1").encoded());
        });
        Page first = browser.get(USERS);
        Page last = browser.get(USERS + "?last=1");
        measure("before the last page", address(last, "prev"));
        measure("after the first page", address(first, "next"));
        measure("an account", first.html().selectFirst("tbody th a").attr("href"));
        for (String list : List.of("roles", "providers", "services")) measure(list, "/admin/" + list);
        measure("a provider", "/admin/providers/town-1");
        measure("users, as JSON", "/api/admin/user/list");
        filters().forEach((name, query) -> {
            measure("log, " + name, LOG + "?" + query.encoded());
            measure("log, " + name + ", last", LOG + "?" + query.and("after", lastOfLog).encoded());
        });
    }

    private Map<String, Parameters> filters() {
        Map<String, Parameters> all = new LinkedHashMap<>();
        all.put("everything", Parameters.none());
        all.put("event, many", Parameters.listed("kind", "SIGNED_IN"));
        all.put("event, few", Parameters.listed("kind", "PROVIDER_CHANGED"));
        all.put("person", Parameters.listed("person", browser.get(USERS).html().select("tbody th a").get(1).text()));
        all.put("person unknown", Parameters.listed("person", "nobody"));
        all.put("provider, many", Parameters.listed("provider", "town-1"));
        all.put("provider, few", Parameters.listed("provider", "town-3"));
        all.put("reference", Parameters.listed("reference", "00000500"));
        all.put("days", Parameters.listed("from", LocalDate.now().minusDays(3).toString(), "to", LocalDate.now().minusDays(2).toString()));
        all.put("event few, provider", Parameters.listed("kind", "PROVIDER_CHANGED", "provider", "town-1"));
        all.put("provider few, event", Parameters.listed("kind", "SIGNED_IN", "provider", "town-3"));
        return all;
    }

    private Map<String, Parameters> searches() {
        Page page = browser.get(USERS);
        String many = option(page, "role", "user");
        String few = option(page, "role", "editors");
        Map<String, Parameters> all = new LinkedHashMap<>();
        all.put("everybody", Parameters.none());
        all.put("name, many", Parameters.listed("q", "a"));
        all.put("name, one", Parameters.listed("q", page.html().select("tbody th a").get(1).text()));
        all.put("directory, many", Parameters.listed("q", "/home"));
        all.put("directory, few", Parameters.listed("q", "/team/8/"));
        all.put("e-mail", Parameters.listed("q", "abc", "in", "email"));
        all.put("subject", Parameters.listed("q", "town-1-500", "in", "subject"));
        all.put("role, everybody", Parameters.listed("role", many));
        all.put("role, 5,000", Parameters.listed("role", few));
        all.put("provider, everybody", Parameters.listed("provider", option(page, "provider", "Town 1")));
        all.put("provider, 1,000", Parameters.listed("provider", option(page, "provider", "Town 3")));
        all.put("active", Parameters.listed("state", "active"));
        all.put("disabled", Parameters.listed("state", "disabled"));
        all.put("no way in", Parameters.listed("state", "stranded"));
        all.put("name and role", Parameters.listed("q", "a", "role", few));
        all.put("role, provider, state", Parameters.listed("role", many, "provider", option(page, "provider", "Town 3"), "state", "disabled"));
        return all;
    }

    private static String option(Page page, String select, String text) {
        return page.html().select("select#" + select + " option").stream().filter(option -> option.text().equals(text)).findFirst().orElseThrow().val();
    }

    private static String address(Page page, String rel) {
        return page.html().selectFirst("a[rel=" + rel + "]").attr("href");
    }

    private void measure(String name, String address) {
        for (int i = 0; i < WARM_UP; i++) open(address);
        told.accept(meter.measure(name, Collections.nCopies(COUNT, address), this::open));
    }

    private void open(String address) {
        Page page = browser.get(address);
        if (page.status() != 200) throw new IllegalStateException(address + " answered " + page.status() + ":\n" + page.text());
    }
}
