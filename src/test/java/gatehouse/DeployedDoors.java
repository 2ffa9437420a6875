package gatehouse;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import gatehouse.Sitemap.Door;

/** The doors of a WAR as a server finds them: in its classes, in its libraries and in its descriptors. */
public final class DeployedDoors {

    private static final String CLASSES = "WEB-INF/classes/";
    private static final List<String> MARKS = List.of("Ljakarta/ws/rs/Path;", "Ljakarta/servlet/annotation/WebServlet;", "Ljakarta/servlet/annotation/WebFilter;");
    private final File war;

    public DeployedDoors(File war) {
        this.war = war;
    }

    /** What its own classes declare. */
    public List<Door> ours() {
        try (JarFile file = new JarFile(war)) {
            return DeclaredDoors.of(new ClassFileImporter().importJar(file).stream().filter(type -> type.getName().startsWith("gatehouse.")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Entries of the WAR that are no classes of this build, add a door from elsewhere, or lie about where a server would serve them as they are. */
    public List<String> strange() {
        List<String> strange = new ArrayList<>();
        try (JarFile file = new JarFile(war)) {
            for (ZipEntry entry : file.stream().filter(one -> !one.isDirectory()).toList()) look(entry.getName(), file.getInputStream(entry).readAllBytes(), strange);
            return strange;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void look(String name, byte[] content, List<String> strange) throws IOException {
        if (name.startsWith("WEB-INF/lib/")) library(name, content, strange);
        else if (name.startsWith(CLASSES)) ours(name, content, strange);
        else if (name.equals("WEB-INF/web.xml")) descriptor(name, content, strange);
        else if (name.matches("(?i).*\\.(jsp|jspx|xhtml|html?)")) strange.add(name);
    }

    private static void ours(String name, byte[] content, List<String> strange) throws IOException {
        Path built = Path.of("target/classes", name.substring(CLASSES.length()));
        boolean same = !name.endsWith(".class") || Files.exists(built) && Arrays.equals(Files.readAllBytes(built), content);
        if (!same) strange.add(name + " is not what was built");
    }

    private static void descriptor(String name, byte[] content, List<String> strange) {
        if (new String(content, StandardCharsets.UTF_8).contains("<servlet")) strange.add(name + " declares a servlet");
    }

    private static void library(String library, byte[] content, List<String> strange) throws IOException {
        try (ZipInputStream jar = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (ZipEntry entry = jar.getNextEntry(); entry != null; entry = jar.getNextEntry()) {
                boolean served = entry.getName().startsWith("META-INF/resources/") && !entry.isDirectory() || entry.getName().equals("META-INF/web-fragment.xml");
                if (served || entry.getName().endsWith(".class") && marked(jar)) strange.add(library + " " + entry.getName());
            }
        }
    }

    /** Annotations stand in a class file by their names. */
    private static boolean marked(InputStream type) throws IOException {
        String bytes = new String(type.readAllBytes(), StandardCharsets.ISO_8859_1);
        return Stream.of(MARKS).flatMap(List::stream).anyMatch(bytes::contains);
    }
}
