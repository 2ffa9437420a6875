package gatehouse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;

/** How long files and methods are, as the compiler sees them. */
final class SourceSizes {

    private static final int LONGEST_FILE = 200;
    private static final int LONGEST_METHOD = 30;
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Path TESTS = Path.of("src/test/java");

    private SourceSizes() {
    }

    static int files() {
        return sources(SOURCES).size();
    }

    /** Each file and method that is too long, with its length. @param granted the classes, as room.Class, that may be */
    static Stream<String> tooLarge(Set<String> granted) {
        Stream<Path> files = sources(SOURCES).stream().filter(file -> !granted.contains(file.getParent().getFileName() + "." + file.getFileName().toString().replace(".java", "")));
        return Stream.concat(files.flatMap(SourceSizes::file), methods());
    }

    /** Each test class and each stage of tests that is too long. */
    static Stream<String> tooLargeTests() {
        return sources(TESTS).stream().flatMap(SourceSizes::file);
    }

    private static Stream<String> file(Path file) {
        try {
            int lines = Files.readAllLines(file).size();
            return lines > LONGEST_FILE ? Stream.of(file + ": " + lines + " lines") : Stream.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> methods() {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(null, files, null, null, null, files.getJavaFileObjectsFromPaths(sources(SOURCES)));
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            return StreamSupport.stream(task.parse().spliterator(), false).flatMap(unit -> methods(unit, positions).stream()).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> methods(CompilationUnitTree unit, SourcePositions positions) {
        List<String> found = new ArrayList<>();
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitMethod(MethodTree method, Void nothing) {
                long first = unit.getLineMap().getLineNumber(positions.getStartPosition(unit, method));
                long last = positions.getEndPosition(unit, method) < 0 ? first : unit.getLineMap().getLineNumber(positions.getEndPosition(unit, method));
                if (last - first >= LONGEST_METHOD) found.add(unit.getSourceFile().getName() + " " + method.getName() + ": " + (last - first + 1) + " lines");
                return super.visitMethod(method, nothing);
            }
        }.scan(unit, null);
        return found;
    }

    private static List<Path> sources(Path root) {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(file -> file.toString().endsWith(".java")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
