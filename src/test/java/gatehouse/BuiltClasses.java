package gatehouse;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;

/** The classes of the application as the compiler left them, read once. */
final class BuiltClasses {

    static final JavaClasses ALL = new ClassFileImporter().importPath(Path.of("target/classes/gatehouse"));

    private BuiltClasses() {
    }

    static Stream<JavaClass> all() {
        return ALL.stream().filter(type -> !type.getSimpleName().equals("package-info"));
    }

    /** The room of a class of ours; empty for everybody else's. */
    static Optional<String> room(JavaClass type) {
        String[] names = type.getPackageName().split("\\.");
        return names[0].equals("gatehouse") && names.length > 1 ? Optional.of(names[1]) : Optional.empty();
    }

    static boolean named(JavaClass type, String pattern) {
        String outermost = type.getName().replaceAll("\\$.*", "");
        if (pattern.startsWith("*")) return outermost.endsWith(pattern.substring(1));
        return pattern.contains(".") ? outermost.equals("gatehouse." + pattern) : room(type).filter(pattern::equals).isPresent();
    }
}
