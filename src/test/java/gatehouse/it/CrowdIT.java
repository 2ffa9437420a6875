package gatehouse.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gatehouse.AtOnce;
import gatehouse.it.provider.Person;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@InHouse
class CrowdIT {

    @RegisterExtension
    private static final Stage stage = new Stage();
    private static final Stage.Placed works = stage.oidc("Crowded Works");

    /** Visitors whose provider has agreed and who stand before our door. */
    private record Arrived(Person person, Visitor visitor, Trip trip) {
    }

    private static Arrived arrived(Person person) {
        works.person(person);
        Visitor visitor = House.here().visitor();
        Trip trip = Trip.begin(visitor, works.slug());
        trip.home();
        return new Arrived(person, visitor, trip);
    }

    /** All at once; a provider takes twenty at a time, and whoever is told to come later starts again. */
    private static List<String> names(List<Arrived> arrived) throws Exception {
        List<Page> answers = AtOnce.all(arrived.size(), at -> () -> arrived.get(at).trip().end());
        IntStream.range(0, answers.size()).filter(at -> answers.get(at).status() != 303).forEach(at -> {
            assertEquals(503, answers.get(at).status(), answers.get(at)::text);
            assertEquals("1", answers.get(at).header("Retry-After").orElseThrow());
            works.person(arrived.get(at).person());
            assertEquals(303, Trip.begin(arrived.get(at).visitor(), works.slug()).end().status());
        });
        return arrived.stream().map(one -> Myself.of(one.visitor()).username()).toList();
    }

    @Test
    @DisplayName("R-10 forty first sign-ins of one identity at once make one account, and nobody meets an error of ours")
    void one_identity_is_one_account_however_many_come_at_once() throws Exception {
        List<Arrived> arrived = IntStream.range(0, 40).mapToObj(at -> arrived(Person.named("r10", "r10-ann"))).toList();
        assertEquals(Set.of("r10-ann"), Set.copyOf(names(arrived)));
        assertEquals(List.of("r10"), Myself.of(arrived.get(0).visitor()).subjects());
    }

    @Test
    @DisplayName("R-11 twenty identities with one name at once get twenty names")
    void one_name_is_given_once_however_many_want_it_at_once() throws Exception {
        List<Arrived> arrived = IntStream.range(0, 20).mapToObj(at -> arrived(Person.named("r11-" + at, "r11-ann"))).toList();
        Set<String> names = names(arrived).stream().collect(Collectors.toSet());
        assertEquals(20, names.size());
        assertEquals(1, names.stream().filter("r11-ann"::equals).count());
    }
}
