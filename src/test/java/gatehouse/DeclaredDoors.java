package gatehouse;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import gatehouse.Sitemap.Door;
import gatehouse.Sitemap.Who;
import gatehouse.web.Fresh;
import gatehouse.web.Refusal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.annotation.WebServlet;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;

/** The doors that the classes of the application declare: pages and resources by JAX-RS, and servlets. */
final class DeclaredDoors {

    private DeclaredDoors() {
    }

    /** One for each address and kind of visitor. */
    static List<Door> all() {
        return of(BuiltClasses.all());
    }

    static List<Door> of(Stream<JavaClass> classes) {
        Stream<Door> found = classes.flatMap(type -> Stream.concat(resource(type), servlet(type)));
        BinaryOperator<Door> together = (one, other) -> new Door(one.address(), union(one, other), one.who(), one.fresh());
        Map<String, Door> byAddress = found.collect(Collectors.toMap(door -> door.address() + door.who() + door.fresh(), door -> door, together, TreeMap::new));
        return List.copyOf(byAddress.values());
    }

    private static Set<String> union(Door one, Door other) {
        Set<String> both = new TreeSet<>(one.methods());
        both.addAll(other.methods());
        return both;
    }

    private static Stream<Door> resource(JavaClass type) {
        if (!type.isAnnotatedWith(Path.class)) return Stream.empty();
        return Arrays.stream(type.reflect().getDeclaredMethods()).flatMap(method -> verb(method).map(verb -> door(type.reflect(), method, verb)).stream());
    }

    private static Door door(Class<?> type, Method method, String verb) {
        String address = "/" + Stream.of(path(type), path(method)).filter(part -> !part.isEmpty()).collect(Collectors.joining("/"));
        Who who = role(method).or(() -> role(type)).orElse(Who.ALL);
        return new Door(address, Set.of(verb), who, method.isAnnotationPresent(Fresh.class));
    }

    private static String path(AnnotatedElement element) {
        Path path = element.getAnnotation(Path.class);
        return path == null ? "" : path.value().replaceAll("^/|/$", "").replaceAll("\\{\\s*(\\w+)\\s*:(?:[^{}]|\\{[^{}]*})*}", "{$1}");
    }

    private static Optional<Who> role(AnnotatedElement element) {
        RolesAllowed allowed = element.getAnnotation(RolesAllowed.class);
        return Optional.ofNullable(allowed).map(roles -> Who.valueOf(roles.value()[0].toUpperCase(Locale.ROOT)));
    }

    private static Optional<String> verb(Method method) {
        return Arrays.stream(method.getAnnotations()).map(one -> one.annotationType().getAnnotation(HttpMethod.class))
                .filter(one -> one != null).map(HttpMethod::value).findFirst();
    }

    private static Stream<Door> servlet(JavaClass type) {
        if (!type.isAnnotatedWith(WebServlet.class)) return Stream.empty();
        Set<String> verbs = type.getMethods().stream().filter(method -> method.getName().matches("do(Get|Post|Put|Delete)") && !refuses(method))
                .map(method -> method.getName().substring(2).toUpperCase(Locale.ROOT)).collect(Collectors.toSet());
        return Arrays.stream(type.reflect().getAnnotation(WebServlet.class).value()).map(address -> new Door(address, verbs, Who.ALL, false));
    }

    /** A method that does nothing but say no is none. */
    private static boolean refuses(JavaMethod method) {
        return method.getMethodCallsFromSelf().stream().allMatch(call -> call.getTargetOwner().isEquivalentTo(Refusal.class));
    }
}
