package gatehouse;

import static gatehouse.BuiltClasses.named;
import static gatehouse.BuiltClasses.room;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import jakarta.persistence.Entity;
import org.junit.jupiter.api.Test;

/** Keeps house.txt true. Each failure names the class and what it should not do. */
class HouseTest {

    private static final HousePlan PLAN = HousePlan.read();
    /** What public members of public classes take and give. */
    private static final Set<JavaClass> SPOKEN = BuiltClasses.all().filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
            .flatMap(type -> type.getCodeUnits().stream()).filter(unit -> unit.getModifiers().contains(JavaModifier.PUBLIC))
            .flatMap(unit -> Stream.concat(unit.getParameterTypes().stream(), Stream.of(unit.getReturnType())))
            .flatMap(type -> type.getAllInvolvedRawTypes().stream()).collect(Collectors.toSet());
    private static final List<String> OUTSIDE = List.of("jakarta.mvc", "jakarta.ws.rs", "jakarta.servlet");

    private static void none(Stream<String> broken) {
        assertEquals(List.of(), broken.distinct().sorted().toList());
    }

    private static Stream<Dependency> dependencies() {
        return BuiltClasses.all().flatMap(type -> type.getDirectDependenciesFromSelf().stream());
    }

    private static String said(Dependency dependency) {
        return dependency.getOriginClass().getName() + " knows " + dependency.getTargetClass().getBaseComponentType().getName();
    }

    private static boolean in(JavaClass type, String library) {
        return type.getBaseComponentType().getName().equals(library) || type.getBaseComponentType().getName().startsWith(library + ".");
    }

    @Test
    void every_room_is_in_the_plan_and_says_what_it_decides() {
        Set<String> built = BuiltClasses.all().flatMap(type -> room(type).stream()).collect(Collectors.toCollection(TreeSet::new));
        assertEquals(new TreeSet<>(PLAN.rooms()), built);
        none(built.stream().filter(room -> !Files.exists(Path.of("src/main/java/gatehouse", room, "package-info.java"))));
    }

    @Test
    void the_plan_holds_no_ring() {
        PLAN.rings().forEach((room, lower) -> assertEquals(List.of(), lower, room + " may not name what stands beside or below it"));
    }

    @Test
    void a_room_knows_only_what_the_plan_grants() {
        none(dependencies().filter(HouseTest::trespasses).map(HouseTest::said));
    }

    private static boolean trespasses(Dependency dependency) {
        String room = room(dependency.getOriginClass()).orElseThrow();
        return room(dependency.getTargetClass().getBaseComponentType()).filter(other -> !other.equals(room) && !PLAN.grants(room, other)).isPresent();
    }

    @Test
    void a_library_is_known_only_where_the_plan_says() {
        for (HousePlan.Line library : PLAN.libraries()) {
            Predicate<JavaClass> may = type -> library.granted().stream().anyMatch(pattern -> named(type, pattern));
            none(dependencies().filter(one -> in(one.getTargetClass(), library.subject()) && !may.test(one.getOriginClass())).map(HouseTest::said));
        }
    }

    /** Visit is read from the request it is about, and Answer is what a callback's address said. */
    @Test
    void entities_and_values_know_nothing_of_the_outside() {
        Set<String> about = Set.of("gatehouse.web.Visit", "gatehouse.callback.Answer");
        none(dependencies().filter(one -> one.getOriginClass().isRecord() || one.getOriginClass().isAnnotatedWith(Entity.class))
                .filter(one -> !about.contains(one.getOriginClass().getName()) && OUTSIDE.stream().anyMatch(library -> in(one.getTargetClass(), library)))
                .map(HouseTest::said));
    }

    @Test
    void names_are_nouns_of_the_trade() {
        none(BuiltClasses.all().map(JavaClass::getSimpleName).filter(name -> name.matches(".*(Impl|Service|Manager|Helper|Util|Utils|DTO|Base)")));
    }

    @Test
    void no_interface_has_one_implementation_except_a_seam_that_points_up() {
        none(BuiltClasses.all().filter(type -> type.isInterface() && !type.isAnnotation() && !type.isAnonymousClass())
                .filter(type -> type.getAllSubclasses().size() == 1 && !seam(type)).map(JavaClass::getName));
    }

    private static boolean seam(JavaClass type) {
        List<String> rooms = PLAN.rooms();
        JavaClass only = type.getAllSubclasses().iterator().next();
        return rooms.indexOf(room(only).orElseThrow()) > rooms.indexOf(room(type).orElseThrow());
    }

    @Test
    void what_nobody_else_needs_is_package_private() {
        none(BuiltClasses.all().filter(type -> type.isTopLevelClass() && type.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(type -> !neededElsewhere(type) && !neededByTheContainer(type) && !SPOKEN.contains(type) && PLAN.openly().stream().noneMatch(name -> named(type, name)))
                .map(JavaClass::getName));
    }

    private static boolean neededElsewhere(JavaClass type) {
        return type.getDirectDependenciesToSelf().stream().anyMatch(one -> !one.getOriginClass().getPackageName().equals(type.getPackageName()));
    }

    /** Beans, entities, pages, servlets, and what a descriptor or a service file names: all carry an annotation of the platform or extend a type of it. */
    private static boolean neededByTheContainer(JavaClass type) {
        boolean annotated = type.getAnnotations().stream().anyMatch(one -> one.getRawType().getName().startsWith("jakarta."));
        Stream<JavaClass> above = Stream.concat(type.getAllRawSuperclasses().stream(), type.getAllRawInterfaces().stream());
        return annotated || above.anyMatch(one -> one.getName().matches("(jakarta|org|javax)\\..*"));
    }

    @Test
    void files_and_methods_stay_small() {
        assertTrue(SourceSizes.files() > 100, "the sources were not found");
        none(SourceSizes.tooLarge(PLAN.large()));
    }

    @Test
    void test_classes_stay_small_too() {
        none(SourceSizes.tooLargeTests());
    }
}
