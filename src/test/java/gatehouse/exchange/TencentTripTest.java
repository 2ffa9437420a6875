package gatehouse.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.Optional;

import com.fasterxml.jackson.databind.node.ObjectNode;
import gatehouse.egress.FakeProvider;
import gatehouse.exchange.ExchangeFailed.Reason;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** QQ, WeChat and WeCom, which share little but their owner. */
class TencentTripTest {

    @AutoClose
    private Tour tour;

    @BeforeEach
    void open() throws Exception {
        tour = new Tour();
    }

    @Test
    void qq_answers_with_a_form_and_with_a_call() {
        tour.provider.on("/oauth2.0/token", 200, "text/html", "access_token=t0ken&expires_in=7776000&refresh_token=r")
                .on("/oauth2.0/me", 200, "text/html", "callback( {\"client_id\":\"client\",\"openid\":\"o1\",\"unionid\":\"u1\"} );\n")
                .on("/user/get_user_info", "{\"ret\":0,\"nickname\":\"小明\"}");
        assertEquals("小明", tour.arrive("qq").path("person").path("nickname").textValue());
        FakeProvider.Seen token = tour.only("/oauth2.0/token");
        assertEquals("GET", token.method());
        assertTrue(token.query().contains("client_secret=s3cret") && token.query().contains("code=the-code"), token.query());
        assertEquals("access_token=t0ken&unionid=1", tour.only("/oauth2.0/me").query());
        assertEquals("access_token=t0ken&oauth_consumer_key=client&openid=o1", tour.only("/user/get_user_info").query());
        tour.provider.on("/user/get_user_info", "{\"ret\":100030,\"msg\":\"x\"}");
        assertEquals("USER_INFO (error)", tour.fails("qq").getMessage());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"callback( {\"error\":100019,\"error_description\":\"code to access token error\"} );|DENIED_BY_PROVIDER",
            "access_token=a&access_token=b|PROTOCOL", "access_token=%zz|PROTOCOL", "<html>|PROTOCOL", "evil(1);callback({\"access_token\":\"a\"})|PROTOCOL"})
    void a_form_that_is_none_is_refused(String answer, Reason reason) {
        tour.provider.on("/oauth2.0/token", 200, "text/html", answer).on("/oauth2.0/me", "{}");
        assertEquals(reason, tour.fails("qq").reason());
        assertEquals(0, tour.provider.seen("/oauth2.0/me").size());
    }

    @ParameterizedTest
    @CsvSource({"wechat", "wechat-app"})
    void wechat_has_its_fragment_its_names_and_its_openid(String slug) {
        tour.provider.on("/sns/oauth2/access_token", 200, "text/plain", "{\"access_token\":\"t0ken\",\"expires_in\":7200,\"openid\":\"o1\",\"scope\":\"snsapi_login\"}")
                .on("/sns/userinfo", 200, "text/plain", "{\"openid\":\"o1\",\"nickname\":\"小红\"}");
        assertEquals("小红", tour.arrive(slug).path("nickname").textValue());
        assertEquals("code=the-code&grant_type=authorization_code&appid=client&secret=s3cret", tour.only("/sns/oauth2/access_token").query());
        assertEquals("access_token=t0ken&openid=o1&lang=zh_CN", tour.only("/sns/userinfo").query());
        URI departure = tour.departure(slug);
        assertEquals("wechat_redirect", departure.getFragment());
        assertTrue(departure.getRawQuery().matches("appid=client&redirect_uri=[^&]+&response_type=code&scope=snsapi_[a-z]+&state=state"), departure.getRawQuery());
        tour.provider.on("/sns/oauth2/access_token", "{\"errcode\":40029,\"errmsg\":\"invalid code\"}");
        assertEquals(Optional.of("40029"), tour.fails(slug).providerCode());
    }

    @Test
    void a_person_of_wechats_snapshot_pages_is_nobody() {
        tour.provider.on("/sns/oauth2/access_token", "{\"access_token\":\"t0ken\",\"openid\":\"o1\",\"is_snapshotuser\":1}");
        assertEquals(Reason.DENIED_BY_PROVIDER, tour.fails("wechat-app").reason());
        assertEquals(0, tour.provider.seen("/sns/userinfo").size());
    }

    @Test
    void what_the_provider_did_not_tell_is_not_made_up() {
        tour.provider.on("/sns/oauth2/access_token", "{\"access_token\":\"t0ken\"}").on("/sns/userinfo", "{\"openid\":\"o1\"}");
        assertEquals("PROTOCOL (variable)", tour.fails("wechat").getMessage());
        assertEquals(0, tour.provider.seen("/sns/userinfo").size());
    }

    @Test
    void wecom_takes_the_code_after_the_token() {
        tour.provider.on("/cgi-bin/gettoken", "{\"errcode\":0,\"errmsg\":\"ok\",\"access_token\":\"t0ken\",\"expires_in\":7200}")
                .on("/cgi-bin/auth/getuserinfo", "{\"errcode\":0,\"userid\":\"zhangsan\",\"user_ticket\":\"TICKET\"}")
                .on("/cgi-bin/auth/getuserdetail", "{\"errcode\":0,\"mobile\":\"150\"}").on("/cgi-bin/user/get", "{\"errcode\":48002}");
        ObjectNode person = tour.arrive("wecom");
        assertEquals("150", person.path("detail").path("mobile").textValue());
        assertFalse(person.has("member"), "not every application may read it");
        assertEquals("corpid=client&corpsecret=s3cret", tour.only("/cgi-bin/gettoken").query());
        assertEquals("access_token=t0ken&code=the-code", tour.only("/cgi-bin/auth/getuserinfo").query());
        assertEquals("{\"user_ticket\":\"TICKET\"}", tour.only("/cgi-bin/auth/getuserdetail").body());
        assertTrue(tour.departure("wecom").getQuery().startsWith("login_type=CorpApp&agentid=1&appid=client"), tour.departure("wecom").getQuery());
        tour.provider.on("/cgi-bin/auth/getuserinfo", "{\"errcode\":40029,\"errmsg\":\"invalid code\"}");
        assertEquals("USER_INFO (error)", tour.fails("wecom").getMessage());
    }
}
