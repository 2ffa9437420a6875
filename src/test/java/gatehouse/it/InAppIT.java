package gatehouse.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gatehouse.it.provider.FakeProvider;
import gatehouse.it.provider.Person;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Signing in inside DingTalk and WeChat, whose browsers open no second window, and coming home in another browser than one left. */
@InHouse
class InAppIT {

    static final String DINGTALK = "Mozilla/5.0 (Linux; U; Android 13; zh-CN; M2102K1C Build/TKQ1) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 "
            + "Chrome/100.0.4896.58 Mobile Safari/537.36 AliApp(DingTalk/7.6.0) com.alibaba.android.rimet/38 language/zh-CN";
    static final String WECHAT = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 "
            + "MicroMessenger/8.0.49(0x18003123) NetType/WIFI Language/zh_CN";
    @RegisterExtension
    private static final Stage stage = new Stage();
    private static final Stage.Placed works = stage.oidc("In App Works", "redirectStyle", "ALIST");

    @AfterEach
    void usual() {
        stage.off("compatibility");
    }

    @ParameterizedTest
    @CsvSource({"dingtalk,false,DingTalk · Android,/api/auth/sso_callback?method=sso_get_token", "dingtalk,true,DingTalk · Android,/api/auth/sso_get_token",
            "wechat-app,false,WeChat · iPhone,/api/auth/sso_callback/wechat-in-the-app"})
    @DisplayName("A19 A20 B-20 a person signs in inside the app: same tab, no pop-up, nothing for an opener")
    void a_person_signs_in_inside_the_app(String dialect, boolean compatibility, String device, String callback) {
        if (compatibility) stage.set("compatibility", "true");
        Phrasebook book = Phrasebook.of(dialect, Map.of("张三", "张三丰", "小蓝", "小青"));
        try (FakeProvider fake = FakeProvider.oauth("localhost")) {
            book.teach(fake);
            String slug = stage.admin().pick(book.preset(), form -> book.typed(form, fake));
            Visitor visitor = House.here().visitor().with(device.startsWith("WeChat") ? WECHAT : DINGTALK);
            DialectTrip trip = DialectTrip.begin(book, fake, slug, visitor);
            trip.leftFor(House.here().address() + callback);
            Page end = visitor.get(trip.home());
            assertEquals(303, end.status(), end::text);
            assertEquals(House.here().address() + "/", end.location().toString());
            assertEquals(0, end.body().length);
            Page profile = visitor.follow(end);
            assertTrue(profile.text().contains(device), profile::text);
            for (Page page : List.of(profile, House.here().visitor().with(WECHAT).get("/login"))) inOneTab(page);
            stage.admin().delete(slug);
        }
        assertFalse(House.here().visitor().get("/static/gatehouse.js").text().matches("(?s).*(window\\.open|opener|postMessage).*"));
    }

    private static void inOneTab(Page page) {
        assertTrue(page.html().select("[target], [formtarget], iframe, [onclick]").isEmpty(), page::text);
        assertFalse(page.text().matches("(?s).*(window\\.open|opener|postMessage).*"), page::text);
    }

    @Test
    @DisplayName("S-04 a callback in another browser says why it cannot go on and how to start again, in that browser's language; both can still get in")
    void a_callback_in_another_browser_says_why() {
        works.person(Person.named("in-app-1", "in-app-ann"));
        Visitor inside = House.here().visitor().with(DINGTALK);
        Visitor outside = House.here().visitor();
        Trip trip = Trip.begin(inside, works.slug());
        Page english = trip.end(outside);
        FailedSignIn.check(400, english, outside);
        assertEquals("This sign-in began in another browser", english.h1());
        assertTrue(english.html().select("main").text().contains("Start again in this browser"), english::text);
        Page chinese = outside.get(trip.home(), "Accept-Language", "zh-CN");
        assertEquals("zh", chinese.html().selectFirst("html").attr("lang").substring(0, 2));
        assertTrue(chinese.h1().codePoints().anyMatch(Character::isIdeographic), chinese::h1);
        inOneTab(english);
        assertEquals(0, works.tokenCalls());
        assertEquals(303, Trip.begin(outside, works.slug()).end().status());
        assertEquals(303, trip.end().status());
        FailedSignIn.signedIn("in-app-ann", inside);
        FailedSignIn.signedIn("in-app-ann", outside);
    }

    @ParameterizedTest
    @CsvSource({"false,/api/auth/sso_callback", "true,/api/auth/sso_get_token"})
    @DisplayName("V-08 at AList's addresses no subject and no token reaches an address or a page's script, whatever stands in it")
    void no_subject_reaches_an_address(boolean compatibility, String callback) {
        if (compatibility) stage.set("compatibility", "true");
        String subject = "\"'></script><script>alert(1)</script>&a=b#c " + compatibility;
        works.person(Person.named(subject, "in-app-v08-" + compatibility));
        Visitor visitor = House.here().visitor();
        Trip trip = Trip.begin(visitor, works.slug());
        assertEquals(callback, trip.home().getPath());
        Page end = trip.end();
        assertEquals(303, end.status(), end::text);
        assertEquals(House.here().address() + "/", end.location().toString());
        assertEquals(0, end.body().length);
        assertEquals(409, Bindings.unbind(visitor, works.slug()).status());
        assertEquals(House.here().address() + "/profile", Bindings.bind(visitor, works.slug()).location().toString());
        assertEquals(subject, visitor.get("/profile").html().selectFirst("td small.mono").wholeText());
    }
}
