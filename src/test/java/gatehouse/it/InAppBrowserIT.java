package gatehouse.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gatehouse.it.provider.Person;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** As {@link InAppIT}, in a real browser that calls itself DingTalk. */
@InHouse
@Needs({"chromium", "chromedriver"})
class InAppBrowserIT {

    @Test
    @DisplayName("A20 S-04 a callback from elsewhere says why and leads on; then one tab, no opener, a clean address")
    void a_person_gets_in_after_a_callback_from_elsewhere() {
        try (Stage stage = Stage.open(); Chromium chromium = Chromium.open(Look.ORDINARY.wide(400))) {
            Stage.Placed works = stage.oidc("In App Browser", "redirectStyle", "ALIST");
            works.person(Person.named("in-app-2", "in-app-bob"));
            chromium.driver().executeCdpCommand("Network.setUserAgentOverride", Map.of("userAgent", InAppIT.DINGTALK, "acceptLanguage", "en"));
            URI elsewhere = Trip.begin(House.here().visitor().with(InAppIT.WECHAT), works.slug()).home();
            assertEquals("This sign-in began in another browser", chromium.open(elsewhere).h1());
            chromium.press("Start again");
            chromium.press("Continue with In App Browser");
            assertEquals("Your profile", chromium.h1());
            assertTrue(chromium.find("main").getText().contains("DingTalk"));
            assertEquals(1, chromium.driver().getWindowHandles().size());
            assertEquals(true, chromium.driver().executeScript("return window.opener === null && location.search === '' && location.hash === ''"));
            assertEquals(List.of(), chromium.complaints());
        }
    }
}
