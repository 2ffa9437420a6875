package gatehouse.setting;

import java.util.List;

import gatehouse.account.Accounts;
import gatehouse.web.Page;
import gatehouse.web.Site;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

/** Whom and which addresses a change of the switches touches: shown before it is saved. */
@RequestScoped
public class Touched {

    private static final int NAMED = 10;

    @Inject
    Page page;
    @Inject
    Accounts accounts;
    @Inject
    RedirectBook book;
    @Inject
    Site site;

    /** Whether the change is one to be asked about first; if so, the page's model tells why. */
    boolean tells(SsoSettings before, SsoSettings after) {
        boolean off = before.enabled() && !after.enabled();
        boolean moved = before.compatibility() != after.compatibility();
        page.with("off", off).with("people", off ? accounts.withoutPassword() : 0).with("names", off ? accounts.namesWithoutPassword(NAMED) : List.of());
        if (moved) page.with("compatibility", after.compatibility()).with("addresses", book.moved(base(), after.compatibility()));
        return off || moved;
    }

    private String base() {
        return site.publicUrl().map(url -> url.value()).orElseGet(() -> page.visit().address().base());
    }
}
