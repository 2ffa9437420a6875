package gatehouse.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.node.ObjectNode;

import gatehouse.exchange.ExchangeFailed.Reason;
import gatehouse.provider.Connection;

/** Whole trips against a provider that speaks as the real one does. */
class DialectTripTest {

    private static final String BEARER = "{\"access_token\":\"t0ken\",\"token_type\":\"bearer\",\"scope\":\"user:email\"}";
    private Lab lab;
    private FakeProvider provider;

    @BeforeEach
    void open() throws Exception {
        lab = new Lab();
        provider = lab.provider;
    }

    @AfterEach
    void close() {
        lab.close();
    }

    private URI departure(String slug) {
        return lab.exchange.departure(Spoken.by(slug, provider), Lab.DEPARTURE);
    }

    private ObjectNode arrive(String slug) {
        return lab.exchange.arrive(Spoken.by(slug, provider), Lab.DEPARTURE, new Callback("the-code", Optional.empty())).profile();
    }

    private ExchangeFailed fails(String slug) {
        return assertThrows(ExchangeFailed.class, () -> arrive(slug));
    }

    private FakeProvider.Seen only(String path) {
        List<FakeProvider.Seen> seen = provider.seen(path);
        assertEquals(1, seen.size(), path);
        return seen.get(0);
    }

    @Test
    @DisplayName("U-16 GitHub: a second call gets the e-mails")
    void github_is_asked_for_emails_too() {
        provider.on("/login/oauth/access_token", BEARER).on("/user", "{\"login\":\"octo\",\"id\":1,\"email\":null,\"emails\":\"forged\"}")
                .on("/user/emails", "[{\"email\":\"x@y\",\"primary\":false,\"verified\":false},{\"email\":\"a@b.example\",\"primary\":true,\"verified\":true}]");
        assertEquals("a@b.example", arrive("github").path("emails").path(1).path("email").textValue());
        assertEquals("Bearer t0ken", only("/user/emails").headers().getFirst("Authorization"));
        assertEquals("s3cret", only("/login/oauth/access_token").form().get("client_secret"));
    }

    @Test
    @DisplayName("U-16 GitHub: without the scope user:email the trip goes on without e-mails")
    void github_may_refuse_the_emails() {
        provider.on("/login/oauth/access_token", BEARER).on("/user", "{\"login\":\"octo\",\"id\":1,\"emails\":\"forged\"}")
                .on("/user/emails", 404, "application/json", "{\"message\":\"Not Found\"}");
        Connection github = Spoken.by("github", provider);
        Arrival arrival = lab.exchange.arrive(github, Lab.DEPARTURE, new Callback("the-code", Optional.empty()));
        assertFalse(arrival.profile().has("emails"));
        assertEquals(List.of("issuer", "token", "user-info", "extra"), arrival.steps().stream().map(Step::name).toList());
        assertFalse(arrival.steps().get(3).good());
    }

    @Test
    @DisplayName("C-07 DingTalk: a JSON call without redirect address, accessToken, its own header")
    void dingtalk_speaks_json_and_has_its_own_header() {
        provider.on("/v1.0/oauth2/userAccessToken", "{\"expireIn\":7200,\"accessToken\":\"t0ken\",\"refreshToken\":\"r\"}")
                .on("/v1.0/contact/users/me", "{\"nick\":\"张三\",\"unionId\":\"u1\"}");
        assertEquals("u1", arrive("dingtalk").path("unionId").textValue());
        FakeProvider.Seen token = only("/v1.0/oauth2/userAccessToken");
        assertEquals("application/json", token.headers().getFirst("Content-Type"));
        assertEquals("{\"code\":\"the-code\",\"grantType\":\"authorization_code\",\"clientId\":\"client\",\"clientSecret\":\"s3cret\"}", token.body());
        FakeProvider.Seen me = only("/v1.0/contact/users/me");
        assertEquals("t0ken", me.headers().getFirst("x-acs-dingtalk-access-token"));
        assertNull(me.headers().getFirst("Authorization"));
        assertTrue(departure("dingtalk").getQuery().contains("prompt=consent"));
        assertEquals(1, departure("dingtalk").getQuery().split("response_type=").length - 1);
    }

    @Test
    void dingtalk_names_an_error_by_a_word() {
        provider.on("/v1.0/oauth2/userAccessToken", 400, "application/json", "{\"code\":\"invalidParameter.authCode.notFound\",\"message\":\"x\"}");
        assertEquals(Optional.of("invalidParameter.authCode.notFound"), fails("dingtalk").providerCode());
    }

    @Test
    @DisplayName("U-10 Lark: JSON body, the person in an envelope")
    void lark_answers_in_an_envelope() {
        provider.on("/open-apis/authen/v2/oauth/token", "{\"code\":0,\"access_token\":\"t0ken\",\"token_type\":\"Bearer\",\"expires_in\":7200}")
                .on("/open-apis/authen/v1/user_info", "{\"code\":0,\"msg\":\"success\",\"data\":{\"union_id\":\"on_1\"}}");
        assertEquals("on_1", arrive("lark").path("data").path("union_id").textValue());
        String body = only("/open-apis/authen/v2/oauth/token").body();
        assertTrue(body.startsWith("{") && body.contains("\"redirect_uri\"") && body.contains("\"code_verifier\"") && body.contains("\"client_secret\":\"s3cret\""), body);
    }

    @ParameterizedTest
    @CsvSource({"lark", "feishu"})
    @DisplayName("C-06, U-10 Lark: errors with status 200 end the trip, at the token and at user info")
    void lark_errors_come_with_status_200(String slug) {
        provider.on("/open-apis/authen/v2/oauth/token", "{\"code\":20003,\"msg\":\"invalid code\"}");
        assertEquals(Optional.of("20003"), fails(slug).providerCode());
        assertEquals(0, provider.seen("/open-apis/authen/v1/user_info").size());
        provider.on("/open-apis/authen/v2/oauth/token", "{\"code\":0,\"access_token\":\"t0ken\",\"token_type\":\"Bearer\"}")
                .on("/open-apis/authen/v1/user_info", "{\"code\":99991663,\"msg\":\"token invalid\",\"data\":{\"union_id\":\"on_1\"}}");
        assertEquals("USER_INFO (error)", fails(slug).getMessage());
    }

    @Test
    void casdoor_errors_come_with_status_200() {
        provider.on("/token", "{\"status\":\"error\",\"msg\":\"invalid code\"}");
        assertEquals(Reason.DENIED_BY_PROVIDER, fails("casdoor").reason());
    }

    @Test
    void casdoor_and_slack_are_verified_by_their_keys() {
        assertEquals("person-1", arrive("casdoor").path("sub").textValue());
        assertEquals("person-1", arrive("slack").path("sub").textValue());
        assertFalse(departure("slack").getQuery().contains("code_challenge"));
        provider.on("/userinfo", "{\"ok\":false,\"error\":\"invalid_auth\",\"sub\":\"person-1\"}");
        assertEquals("USER_INFO (error)", fails("slack").getMessage());
        provider.on("/token", "{\"ok\":false,\"error\":\"invalid_code\"}");
        assertEquals(Optional.of("invalid_code"), fails("slack").providerCode());
    }

    @Test
    void gitee_is_asked_for_emails_and_may_refuse_them() {
        provider.on("/oauth/token", BEARER).on("/api/v5/user", "{\"id\":5,\"login\":\"ada\"}")
                .on("/api/v5/emails", "[{\"email\":\"a@b.example\",\"state\":\"confirmed\",\"scope\":[\"primary\"]}]");
        assertEquals("a@b.example", arrive("gitee").path("emails").path(0).path("email").textValue());
        provider.on("/api/v5/emails", 403, "application/json", "{\"message\":\"403 Forbidden\"}");
        assertFalse(arrive("gitee").has("emails"));
        assertFalse(departure("gitee").getQuery().contains("code_challenge"));
    }

    @Test
    void qq_answers_with_a_form_and_with_a_call() {
        provider.on("/oauth2.0/token", 200, "text/html", "access_token=t0ken&expires_in=7776000&refresh_token=r")
                .on("/oauth2.0/me", 200, "text/html", "callback( {\"client_id\":\"client\",\"openid\":\"o1\",\"unionid\":\"u1\"} );\n")
                .on("/user/get_user_info", "{\"ret\":0,\"nickname\":\"小明\"}");
        assertEquals("小明", arrive("qq").path("person").path("nickname").textValue());
        FakeProvider.Seen token = only("/oauth2.0/token");
        assertEquals("GET", token.method());
        assertTrue(token.query().contains("client_secret=s3cret") && token.query().contains("code=the-code"), token.query());
        assertEquals("access_token=t0ken&unionid=1", only("/oauth2.0/me").query());
        assertEquals("access_token=t0ken&oauth_consumer_key=client&openid=o1", only("/user/get_user_info").query());
        provider.on("/user/get_user_info", "{\"ret\":100030,\"msg\":\"x\"}");
        assertEquals("USER_INFO (error)", fails("qq").getMessage());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"callback( {\"error\":100019,\"error_description\":\"code to access token error\"} );|DENIED_BY_PROVIDER",
            "access_token=a&access_token=b|PROTOCOL", "access_token=%zz|PROTOCOL", "<html>|PROTOCOL", "evil(1);callback({\"access_token\":\"a\"})|PROTOCOL"})
    void a_form_that_is_none_is_refused(String answer, Reason reason) {
        provider.on("/oauth2.0/token", 200, "text/html", answer).on("/oauth2.0/me", "{}");
        assertEquals(reason, fails("qq").reason());
        assertEquals(0, provider.seen("/oauth2.0/me").size());
    }

    @ParameterizedTest
    @CsvSource({"wechat", "wechat-app"})
    void wechat_has_its_fragment_its_names_and_its_openid(String slug) {
        provider.on("/sns/oauth2/access_token", 200, "text/plain", "{\"access_token\":\"t0ken\",\"expires_in\":7200,\"openid\":\"o1\",\"scope\":\"snsapi_login\"}")
                .on("/sns/userinfo", 200, "text/plain", "{\"openid\":\"o1\",\"nickname\":\"小红\"}");
        assertEquals("小红", arrive(slug).path("nickname").textValue());
        assertEquals("code=the-code&grant_type=authorization_code&appid=client&secret=s3cret", only("/sns/oauth2/access_token").query());
        assertEquals("access_token=t0ken&openid=o1&lang=zh_CN", only("/sns/userinfo").query());
        URI departure = departure(slug);
        assertEquals("wechat_redirect", departure.getFragment());
        assertTrue(departure.getRawQuery().matches("appid=client&redirect_uri=[^&]+&response_type=code&scope=snsapi_[a-z]+&state=state"), departure.getRawQuery());
        provider.on("/sns/oauth2/access_token", "{\"errcode\":40029,\"errmsg\":\"invalid code\"}");
        assertEquals(Optional.of("40029"), fails(slug).providerCode());
    }

    @Test
    void a_person_of_wechats_snapshot_pages_is_nobody() {
        provider.on("/sns/oauth2/access_token", "{\"access_token\":\"t0ken\",\"openid\":\"o1\",\"is_snapshotuser\":1}");
        assertEquals(Reason.DENIED_BY_PROVIDER, fails("wechat-app").reason());
        assertEquals(0, provider.seen("/sns/userinfo").size());
    }

    @Test
    void what_the_provider_did_not_tell_is_not_made_up() {
        provider.on("/sns/oauth2/access_token", "{\"access_token\":\"t0ken\"}").on("/sns/userinfo", "{\"openid\":\"o1\"}");
        assertEquals("PROTOCOL (variable)", fails("wechat").getMessage());
        assertEquals(0, provider.seen("/sns/userinfo").size());
    }

    @Test
    void wecom_takes_the_code_after_the_token() {
        provider.on("/cgi-bin/gettoken", "{\"errcode\":0,\"errmsg\":\"ok\",\"access_token\":\"t0ken\",\"expires_in\":7200}")
                .on("/cgi-bin/auth/getuserinfo", "{\"errcode\":0,\"userid\":\"zhangsan\",\"user_ticket\":\"TICKET\"}")
                .on("/cgi-bin/auth/getuserdetail", "{\"errcode\":0,\"mobile\":\"150\"}").on("/cgi-bin/user/get", "{\"errcode\":48002}");
        ObjectNode person = arrive("wecom");
        assertEquals("150", person.path("detail").path("mobile").textValue());
        assertFalse(person.has("member"), "not every application may read it");
        assertEquals("corpid=client&corpsecret=s3cret", only("/cgi-bin/gettoken").query());
        assertEquals("access_token=t0ken&code=the-code", only("/cgi-bin/auth/getuserinfo").query());
        assertEquals("{\"user_ticket\":\"TICKET\"}", only("/cgi-bin/auth/getuserdetail").body());
        assertTrue(departure("wecom").getQuery().startsWith("login_type=CorpApp&agentid=1&appid=client"), departure("wecom").getQuery());
        provider.on("/cgi-bin/auth/getuserinfo", "{\"errcode\":40029,\"errmsg\":\"invalid code\"}");
        assertEquals("USER_INFO (error)", fails("wecom").getMessage());
    }

    @Test
    void weibo_has_its_own_word_for_bearer() {
        provider.on("/oauth2/access_token", "{\"access_token\":\"t0ken\",\"remind_in\":\"157679999\",\"uid\":\"1404376560\"}")
                .on("/2/users/show.json", "{\"id\":1404376560,\"screen_name\":\"zaku\"}")
                .on("/2/account/profile/email.json", "{\"error\":\"Insufficient app permissions!\",\"error_code\":10014}");
        ObjectNode zaku = arrive("weibo");
        assertEquals("zaku", zaku.path("screen_name").textValue());
        assertFalse(zaku.has("emails"), "not every application may read it");
        assertEquals("OAuth2 t0ken", only("/2/account/profile/email.json").headers().getFirst("Authorization"));
        assertEquals("OAuth2 t0ken", only("/2/users/show.json").headers().getFirst("Authorization"));
        assertEquals("uid=1404376560", only("/2/users/show.json").query());
    }

    @Test
    void douyin_wraps_its_token_and_its_errors() {
        provider.on("/oauth/access_token", "{\"data\":{\"access_token\":\"t0ken\",\"open_id\":\"o1\",\"error_code\":0},\"message\":\"success\"}")
                .on("/oauth/userinfo", "{\"data\":{\"open_id\":\"o1\",\"nickname\":\"N\",\"error_code\":0}}");
        assertEquals("N", arrive("douyin").path("data").path("nickname").textValue());
        assertEquals("client", only("/oauth/access_token").form().get("client_key"));
        assertEquals("access_token=t0ken&open_id=o1", only("/oauth/userinfo").query());
        assertTrue(departure("douyin").getQuery().startsWith("client_key=client&"));
        provider.on("/oauth/access_token", "{\"data\":{\"error_code\":10007,\"description\":\"expired\",\"access_token\":\"t0ken\"},\"message\":\"error\"}");
        assertEquals(Optional.of("10007"), fails("douyin").providerCode());
    }

    @Test
    void bilibili_is_asked_in_the_fragment() {
        provider.on("/x/account-oauth2/v1/token", "{\"code\":0,\"message\":\"0\",\"ttl\":1,\"data\":{\"access_token\":\"t0ken\",\"expires_in\":1}}")
                .on("/arcopen/fn/user/account/info", "{\"code\":0,\"data\":{\"openid\":\"o1\",\"name\":\"up\"}}");
        assertEquals("o1", arrive("bilibili").path("data").path("openid").textValue());
        assertEquals("access_token=t0ken&client_id=client", only("/arcopen/fn/user/account/info").query());
        URI departure = departure("bilibili");
        assertNull(departure.getQuery());
        assertTrue(departure.getRawFragment().matches("/\\?client_id=client&return_url=https%3A%2F%2F[^&]+&.*state=state"), departure.toString());
        provider.on("/x/account-oauth2/v1/token", "{\"code\":-400,\"message\":\"x\"}");
        assertEquals(Optional.of("-400"), fails("bilibili").providerCode());
    }

    @Test
    void baidu_takes_the_token_in_the_query() {
        provider.on("/oauth/2.0/token", "{\"access_token\":\"t0ken\",\"session_key\":\"k\"}").on("/rest/2.0/passport/users/getInfo", "{\"openid\":\"o1\",\"username\":\"张三\"}");
        assertEquals("o1", arrive("baidu").path("openid").textValue());
        assertNull(only("/rest/2.0/passport/users/getInfo").headers().getFirst("Authorization"));
        provider.on("/rest/2.0/passport/users/getInfo", "{\"error_code\":\"110\",\"error_msg\":\"Access token invalid\"}");
        assertEquals("USER_INFO (error)", fails("baidu").getMessage());
    }
}
