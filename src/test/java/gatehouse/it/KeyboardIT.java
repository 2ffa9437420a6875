package gatehouse.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.interactions.Actions;

/** The pages without a mouse. */
@InHouse
@Needs({"chromium", "chromedriver"})
class KeyboardIT {

    private static final String MARK = """
            const here = document.activeElement, box = here.getBoundingClientRect(), style = getComputedStyle(here);
            here.dataset.reached = '';
            return [here.tagName.toLowerCase(), style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 && box.width > 1 && box.bottom > 0 && box.top < innerHeight ? '' : here.outerHTML]""";
    /** What a keyboard has to reach; of a group of radios, one is enough. */
    private static final String MISSED = """
            const group = radio => [...document.getElementsByName(radio.name)].some(one => 'reached' in one.dataset);
            return [...document.querySelectorAll('a[href], button, input, select, textarea, summary')]
                .filter(one => one.checkVisibility() && one.tabIndex >= 0 && !('reached' in one.dataset) && !(one.type === 'radio' && group(one))).map(one => one.outerHTML)""";

    @Test
    @DisplayName("Signing in by keys alone; the skip link skips; every field and button of the longest page is reached, and seen when it is; a link into a folded part opens it")
    void keys_are_enough() {
        try (Chromium chromium = Chromium.open()) {
            chromium.open(House.here().address() + "/login").find("#username").sendKeys("admin", Keys.TAB);
            chromium.leave(() -> keys(chromium, House.adminPassword(), Keys.ENTER));
            assertEquals("Your profile", chromium.h1());
            chromium.open(House.here().address() + "/admin/providers/new?preset=microsoft");
            chromium.driver().executeScript("document.querySelectorAll('details').forEach(part => { part.open = true })");
            walk(chromium);
            chromium.open(House.here().address() + "/admin/providers/new?preset=microsoft");
            keys(chromium, Keys.TAB, Keys.ENTER, Keys.TAB);
            assertEquals(true, chromium.driver().executeScript("return location.hash === '#main' && document.activeElement.closest('main') !== null"));
            assertFalse(chromium.find("#deadline").isDisplayed());
            chromium.open(House.here().address() + "/admin/providers/new?preset=microsoft#deadline");
            assertTrue(chromium.find("#deadline").isDisplayed());
        }
    }

    /** By Tab from the top of the page to its end. */
    @SuppressWarnings("unchecked")
    private static void walk(Chromium chromium) {
        List<String> unseen = new ArrayList<>();
        List<String> stop = List.of("", "");
        for (int stops = 0; stops < 200 && !stop.get(0).equals("body"); stops++) {
            keys(chromium, Keys.TAB);
            stop = (List<String>) chromium.driver().executeScript(MARK);
            if (!stop.get(0).equals("body") && !stop.get(1).isEmpty()) unseen.add(stop.get(1));
        }
        assertEquals("body", stop.get(0), "a trap");
        assertEquals(List.of(), unseen);
        assertEquals(List.of(), chromium.driver().executeScript(MISSED));
        assertTrue(((Number) chromium.driver().executeScript("return document.querySelectorAll('[data-reached]').length")).intValue() > 40);
    }

    private static void keys(Chromium chromium, CharSequence... keys) {
        new Actions(chromium.driver()).sendKeys(keys).perform();
    }
}
