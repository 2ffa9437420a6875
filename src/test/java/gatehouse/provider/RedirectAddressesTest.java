package gatehouse.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedirectAddressesTest {

    private static final String BASE = Filled.BASE;

    private static Provider provider(Filled form) {
        Provider provider = new Provider("acme", 1, Ticket.fresh());
        provider.become(form.draft(), Set.of());
        return provider;
    }

    @Test
    void own_style_has_one_address_with_the_slug() {
        for (boolean compatibility : new boolean[]{false, true})
            assertEquals(List.of(BASE + "/api/auth/sso_callback/acme"), provider(Filled.custom()).redirects(BASE, compatibility).toCopy());
    }

    @Test
    void fixed_style_has_the_address_that_was_typed() {
        Provider fixed = provider(Filled.custom().with("redirectStyle", "FIXED").with("redirectUrl", "https://old.example/login/back"));
        for (boolean compatibility : new boolean[]{false, true})
            assertEquals(List.of("https://old.example/login/back"), fixed.redirects(BASE, compatibility).toCopy());
    }

    @Test
    void alist_style_has_the_two_addresses_of_its_guide() {
        RedirectAddresses addresses = provider(Filled.custom().with("redirectStyle", "ALIST")).redirects(BASE, false);
        assertEquals(BASE + "/api/auth/sso_callback?method=sso_get_token", addresses.signIn());
        assertEquals(BASE + "/api/auth/sso_callback?method=get_sso_id", addresses.bind());
    }

    @Test
    void alist_style_in_compatibility_mode_has_the_path_forms() {
        RedirectAddresses addresses = provider(Filled.custom().with("redirectStyle", "ALIST")).redirects(BASE, true);
        assertEquals(BASE + "/api/auth/sso_get_token", addresses.signIn());
        assertEquals(BASE + "/api/auth/get_sso_id", addresses.bind());
    }

    @ParameterizedTest
    @CsvSource({"https://github.com/login/oauth/authorize, CUSTOM", "https://login.dingtalk.com/oauth2/auth, CUSTOM", "https://ghe.acme.example/authorize, GITHUB"})
    void github_and_dingtalk_take_one_address_in_compatibility_mode(String authorize, String mapping) {
        Provider provider = provider(Filled.custom().with("redirectStyle", "ALIST").with("authorizeUrl", authorize).with("mappingType", mapping));
        assertEquals(List.of(BASE + "/api/auth/sso_get_token"), provider.redirects(BASE, true).toCopy());
        assertEquals(2, provider.redirects(BASE, false).toCopy().size());
    }

    @ParameterizedTest
    @CsvSource({"https://id.example.com/callback, true", "https://id.example.com/api/auth/sso_callback, true", "https://id.example.com/api/auth/sso_callback?method=x, true",
            "https://id.example.com/api/auth/sso_callback/acme, true", "https://ID.example.com/api/auth/get_sso_id, true", "https://id.example.com/login/back, false",
            "http://id.example.com/callback, false", "https://id.example.com:8443/callback, false", "https://other.example/callback, false",
            "https://id.example.com, false", "https://id.example.com/callback/, false"})
    void a_fixed_address_leads_here_or_not(String address, boolean here) {
        assertEquals(here, RedirectAddresses.leadsHere(address, BASE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"OWN", "ALIST", "FIXED"})
    void a_new_provider_is_prefilled_with_an_address_that_leads_here(String style) {
        assertEquals(true, RedirectAddresses.leadsHere(Filled.custom().with("redirectStyle", style).draft().redirectUrl(), BASE));
    }
}
