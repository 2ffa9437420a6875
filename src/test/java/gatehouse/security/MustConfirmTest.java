package gatehouse.security;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.Optional;

import gatehouse.web.Address;
import gatehouse.web.Address.Place;
import gatehouse.web.Visit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MustConfirmTest {

    private static Visit visit(Place place, boolean admin) {
        return new Visit(new Address("http://gate.example.net", place), Locale.ENGLISH, "", "", "", Optional.of(new Visit.Me(1, "somebody", admin)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/admin", "/admin/sso", "/admin/providers/new"})
    void an_administrator_on_an_unknown_host_is_asked_at_the_door_and_before_the_settings(String path) {
        assertTrue(MustConfirm.asked(visit(Place.UNKNOWN, true), path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/admin/address", "/logout", "/profile", "/profile/password", "/preferences", "/static/gatehouse.css", "/api/auth/sso", "/administrator"})
    void everything_else_stays_open(String path) {
        assertFalse(MustConfirm.asked(visit(Place.UNKNOWN, true), path));
    }

    @ParameterizedTest
    @EnumSource(value = Place.class, names = "UNKNOWN", mode = EnumSource.Mode.EXCLUDE)
    void nobody_is_asked_on_a_known_host(Place place) {
        assertFalse(MustConfirm.asked(visit(place, true), "/admin/sso"));
    }

    @Test
    void only_administrators_are_asked() {
        assertFalse(MustConfirm.asked(visit(Place.UNKNOWN, false), "/"));
    }
}
