package gatehouse.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gatehouse.it.provider.FakeProvider;
import gatehouse.it.provider.Person;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** AList's guide walked through: an administrator saves a platform, a person who has an account here binds it, and changes to another one. */
@InHouse
class SeedNoughtIT {

    private static final String PASSWORD = "quiet brown otter";
    @RegisterExtension
    private static final Stage stage = new Stage();
    private static final Town town = new Town(stage);

    @ParameterizedTest
    @ValueSource(strings = {"github", "google", "microsoft", "dingtalk", "casdoor"})
    @DisplayName("A2 A4 A9 A10 each platform of the guide: no bind, no sign-in; bound on the profile by its own address, then it opens the account")
    void a_platform_is_bound_and_opens_the_account(String platform) {
        Phrasebook book = Phrasebook.of(platform);
        try (FakeProvider fake = book.oidc() ? FakeProvider.oidc("localhost") : FakeProvider.oauth("localhost")) {
            book.teach(fake);
            String slug = stage.admin().pick(platform, form -> book.typed(form, fake));
            Visitor resident = town.resident("nought-" + platform, PASSWORD);
            stage.off("autoRegister");
            assertEquals(403, comesHome(DialectTrip.begin(book, fake, slug)).status());
            Trip bind = Bindings.begin(resident, slug);
            assertEquals(House.here().address() + "/api/auth/sso_callback?method=get_sso_id", bind.asked("redirect_uri"));
            assertEquals(House.here().address() + "/profile", bind.end().location().toString());
            DialectTrip trip = DialectTrip.begin(book, fake, slug);
            assertEquals(303, comesHome(trip).status());
            FailedSignIn.signedIn("nought-" + platform, trip.visitor());
            stage.set("autoRegister", "true");
            stage.admin().delete(slug);
        }
    }

    private static Page comesHome(DialectTrip trip) {
        return trip.visitor().get(trip.home());
    }

    @Test
    @DisplayName("A5 when the platform changes, one click unbinds the old one, the new one is bound, and the old one opens nothing any more")
    void a_person_changes_to_another_platform() {
        Stage.Placed before = stage.oidc("Nought Old");
        Stage.Placed after = stage.oidc("Nought New");
        before.person(Person.named("a5", "a5-there"));
        after.person(Person.named("a5-new", "a5-there"));
        Visitor ann = town.resident("nought-ann", PASSWORD);
        assertEquals(303, Bindings.bind(ann, before.slug()).status());
        stage.admin().disable(before.slug());
        assertTrue(Myself.of(ann).bound(before.slug()));
        assertEquals(303, Bindings.unbind(ann, before.slug()).status());
        assertEquals(303, Bindings.bind(ann, after.slug()).status());
        assertFalse(Myself.of(ann).bound(before.slug()));
        assertTrue(Myself.of(ann).bound(after.slug()));
        FailedSignIn.signedIn("nought-ann", Trip.signIn(after.slug()));
        stage.admin().enable(before.slug());
        Visitor stranger = Trip.signIn(before.slug());
        assertFalse(Myself.of(stranger).username().equals("nought-ann"));
    }
}
