package gatehouse.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.node.ObjectNode;
import gatehouse.connection.Connection;
import gatehouse.egress.FakeProvider;
import gatehouse.exchange.ExchangeFailed.Reason;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Providers that speak as the real ones do; Tencent's have a test of their own. */
class DialectTripTest {

    private static final String BEARER = "{\"access_token\":\"t0ken\",\"token_type\":\"bearer\",\"scope\":\"user:email\"}";
    @AutoClose
    private Tour tour;

    @BeforeEach
    void open() throws Exception {
        tour = new Tour();
    }

    @Test
    @DisplayName("U-16 GitHub: a second call gets the e-mails")
    void github_is_asked_for_emails_too() {
        tour.provider.on("/login/oauth/access_token", BEARER).on("/user", "{\"login\":\"octo\",\"id\":1,\"email\":null,\"emails\":\"forged\"}")
                .on("/user/emails", "[{\"email\":\"x@y\",\"primary\":false,\"verified\":false},{\"email\":\"a@b.example\",\"primary\":true,\"verified\":true}]");
        assertEquals("a@b.example", tour.arrive("github").path("emails").path(1).path("email").textValue());
        assertEquals("Bearer t0ken", tour.only("/user/emails").headers().getFirst("Authorization"));
        assertEquals("s3cret", tour.only("/login/oauth/access_token").form().get("client_secret"));
    }

    @Test
    @DisplayName("U-16 GitHub: without the scope user:email the trip goes on without e-mails")
    void github_may_refuse_the_emails() {
        tour.provider.on("/login/oauth/access_token", BEARER).on("/user", "{\"login\":\"octo\",\"id\":1,\"emails\":\"forged\"}")
                .on("/user/emails", 404, "application/json", "{\"message\":\"Not Found\"}");
        Connection github = Spoken.by("github", tour.provider);
        Arrival arrival = tour.lab.exchange.arrive(github, Lab.DEPARTURE, new Callback("the-code", Optional.empty()));
        assertFalse(arrival.profile().has("emails"));
        assertEquals(List.of("issuer", "token", "user-info", "extra"), arrival.steps().stream().map(Step::name).toList());
        assertFalse(arrival.steps().get(3).good());
    }

    @Test
    @DisplayName("C-07 DingTalk: a JSON call without redirect address, accessToken, its own header")
    void dingtalk_speaks_json_and_has_its_own_header() {
        tour.provider.on("/v1.0/oauth2/userAccessToken", "{\"expireIn\":7200,\"accessToken\":\"t0ken\",\"refreshToken\":\"r\"}")
                .on("/v1.0/contact/users/me", "{\"nick\":\"张三\",\"unionId\":\"u1\"}");
        assertEquals("u1", tour.arrive("dingtalk").path("unionId").textValue());
        FakeProvider.Seen token = tour.only("/v1.0/oauth2/userAccessToken");
        assertEquals("application/json", token.headers().getFirst("Content-Type"));
        assertEquals("{\"code\":\"the-code\",\"grantType\":\"authorization_code\",\"clientId\":\"client\",\"clientSecret\":\"s3cret\"}", token.body());
        FakeProvider.Seen me = tour.only("/v1.0/contact/users/me");
        assertEquals("t0ken", me.headers().getFirst("x-acs-dingtalk-access-token"));
        assertNull(me.headers().getFirst("Authorization"));
        assertTrue(tour.departure("dingtalk").getQuery().contains("prompt=consent"));
        assertEquals(1, tour.departure("dingtalk").getQuery().split("response_type=").length - 1);
    }

    @Test
    void dingtalk_names_an_error_by_a_word() {
        tour.provider.on("/v1.0/oauth2/userAccessToken", 400, "application/json", "{\"code\":\"invalidParameter.authCode.notFound\",\"message\":\"x\"}");
        assertEquals(Optional.of("invalidParameter.authCode.notFound"), tour.fails("dingtalk").providerCode());
    }

    @Test
    @DisplayName("U-10 Lark: JSON body, the person in an envelope")
    void lark_answers_in_an_envelope() {
        tour.provider.on("/open-apis/authen/v2/oauth/token", "{\"code\":0,\"access_token\":\"t0ken\",\"token_type\":\"Bearer\",\"expires_in\":7200}")
                .on("/open-apis/authen/v1/user_info", "{\"code\":0,\"msg\":\"success\",\"data\":{\"union_id\":\"on_1\"}}");
        assertEquals("on_1", tour.arrive("lark").path("data").path("union_id").textValue());
        String body = tour.only("/open-apis/authen/v2/oauth/token").body();
        assertTrue(body.startsWith("{") && body.contains("\"redirect_uri\"") && body.contains("\"code_verifier\"") && body.contains("\"client_secret\":\"s3cret\""), body);
    }

    @ParameterizedTest
    @CsvSource({"lark", "feishu"})
    @DisplayName("C-06, U-10 Lark: errors with status 200 end the trip, at the token and at user info")
    void lark_errors_come_with_status_200(String slug) {
        tour.provider.on("/open-apis/authen/v2/oauth/token", "{\"code\":20003,\"msg\":\"invalid code\"}");
        assertEquals(Optional.of("20003"), tour.fails(slug).providerCode());
        assertEquals(0, tour.provider.seen("/open-apis/authen/v1/user_info").size());
        tour.provider.on("/open-apis/authen/v2/oauth/token", "{\"code\":0,\"access_token\":\"t0ken\",\"token_type\":\"Bearer\"}")
                .on("/open-apis/authen/v1/user_info", "{\"code\":99991663,\"msg\":\"token invalid\",\"data\":{\"union_id\":\"on_1\"}}");
        assertEquals("USER_INFO (error)", tour.fails(slug).getMessage());
    }

    @Test
    void casdoor_errors_come_with_status_200() {
        tour.provider.on("/token", "{\"status\":\"error\",\"msg\":\"invalid code\"}");
        assertEquals(Reason.DENIED_BY_PROVIDER, tour.fails("casdoor").reason());
    }

    @Test
    void casdoor_and_slack_are_verified_by_their_keys() {
        assertEquals("person-1", tour.arrive("casdoor").path("sub").textValue());
        assertEquals("person-1", tour.arrive("slack").path("sub").textValue());
        assertFalse(tour.departure("slack").getQuery().contains("code_challenge"));
        tour.provider.on("/userinfo", "{\"ok\":false,\"error\":\"invalid_auth\",\"sub\":\"person-1\"}");
        assertEquals("USER_INFO (error)", tour.fails("slack").getMessage());
        tour.provider.on("/token", "{\"ok\":false,\"error\":\"invalid_code\"}");
        assertEquals(Optional.of("invalid_code"), tour.fails("slack").providerCode());
    }

    @Test
    void gitee_is_asked_for_emails_and_may_refuse_them() {
        tour.provider.on("/oauth/token", BEARER).on("/api/v5/user", "{\"id\":5,\"login\":\"ada\"}")
                .on("/api/v5/emails", "[{\"email\":\"a@b.example\",\"state\":\"confirmed\",\"scope\":[\"primary\"]}]");
        assertEquals("a@b.example", tour.arrive("gitee").path("emails").path(0).path("email").textValue());
        tour.provider.on("/api/v5/emails", 403, "application/json", "{\"message\":\"403 Forbidden\"}");
        assertFalse(tour.arrive("gitee").has("emails"));
        assertFalse(tour.departure("gitee").getQuery().contains("code_challenge"));
    }

    @Test
    void weibo_has_its_own_word_for_bearer() {
        tour.provider.on("/oauth2/access_token", "{\"access_token\":\"t0ken\",\"remind_in\":\"157679999\",\"uid\":\"1404376560\"}")
                .on("/2/users/show.json", "{\"id\":1404376560,\"screen_name\":\"zaku\"}")
                .on("/2/account/profile/email.json", "{\"error\":\"Insufficient app permissions!\",\"error_code\":10014}");
        ObjectNode zaku = tour.arrive("weibo");
        assertEquals("zaku", zaku.path("screen_name").textValue());
        assertFalse(zaku.has("emails"), "not every application may read it");
        assertEquals("OAuth2 t0ken", tour.only("/2/account/profile/email.json").headers().getFirst("Authorization"));
        assertEquals("OAuth2 t0ken", tour.only("/2/users/show.json").headers().getFirst("Authorization"));
        assertEquals("uid=1404376560", tour.only("/2/users/show.json").query());
    }

    @Test
    void douyin_wraps_its_token_and_its_errors() {
        tour.provider.on("/oauth/access_token", "{\"data\":{\"access_token\":\"t0ken\",\"open_id\":\"o1\",\"error_code\":0},\"message\":\"success\"}")
                .on("/oauth/userinfo", "{\"data\":{\"open_id\":\"o1\",\"nickname\":\"N\",\"error_code\":0}}");
        assertEquals("N", tour.arrive("douyin").path("data").path("nickname").textValue());
        assertEquals("client", tour.only("/oauth/access_token").form().get("client_key"));
        assertEquals("access_token=t0ken&open_id=o1", tour.only("/oauth/userinfo").query());
        assertTrue(tour.departure("douyin").getQuery().startsWith("client_key=client&"));
        tour.provider.on("/oauth/access_token", "{\"data\":{\"error_code\":10007,\"description\":\"expired\",\"access_token\":\"t0ken\"},\"message\":\"error\"}");
        assertEquals(Optional.of("10007"), tour.fails("douyin").providerCode());
    }

    @Test
    void bilibili_is_asked_in_the_fragment() {
        tour.provider.on("/x/account-oauth2/v1/token", "{\"code\":0,\"message\":\"0\",\"ttl\":1,\"data\":{\"access_token\":\"t0ken\",\"expires_in\":1}}")
                .on("/arcopen/fn/user/account/info", "{\"code\":0,\"data\":{\"openid\":\"o1\",\"name\":\"up\"}}");
        assertEquals("o1", tour.arrive("bilibili").path("data").path("openid").textValue());
        assertEquals("access_token=t0ken&client_id=client", tour.only("/arcopen/fn/user/account/info").query());
        URI departure = tour.departure("bilibili");
        assertNull(departure.getQuery());
        assertTrue(departure.getRawFragment().matches("/\\?client_id=client&return_url=https%3A%2F%2F[^&]+&.*state=state"), departure.toString());
        tour.provider.on("/x/account-oauth2/v1/token", "{\"code\":-400,\"message\":\"x\"}");
        assertEquals(Optional.of("-400"), tour.fails("bilibili").providerCode());
    }

    @Test
    void baidu_takes_the_token_in_the_query() {
        tour.provider.on("/oauth/2.0/token", "{\"access_token\":\"t0ken\",\"session_key\":\"k\"}").on("/rest/2.0/passport/users/getInfo", "{\"openid\":\"o1\",\"username\":\"张三\"}");
        assertEquals("o1", tour.arrive("baidu").path("openid").textValue());
        assertNull(tour.only("/rest/2.0/passport/users/getInfo").headers().getFirst("Authorization"));
        tour.provider.on("/rest/2.0/passport/users/getInfo", "{\"error_code\":\"110\",\"error_msg\":\"Access token invalid\"}");
        assertEquals("USER_INFO (error)", tour.fails("baidu").getMessage());
    }
}
