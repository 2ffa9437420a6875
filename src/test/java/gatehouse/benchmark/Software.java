package gatehouse.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The servers it runs on, each with the unchanged WAR, on loopback, in a folder of its own. */
enum Software {

    PAYARA {
        @Override
        ProcessBuilder command(Options options, Path target, Path folder, int port) {
            List<String> words = new ArrayList<>(List.of(java()));
            words.addAll(options.jvmWords());
            words.addAll(List.of("-Djava.io.tmpdir=" + folder, "-jar", target.resolve("payara-micro.jar").toString(), "--nocluster", "--nohazelcast",
                    "--port", Integer.toString(port), "--prebootcommandfile", target.resolve("test-classes/payara/preboot.txt").toString(),
                    "--contextroot", "/", "--deploy", target.resolve("gatehouse.war").toString()));
            return new ProcessBuilder(words);
        }
    },

    WILDFLY {
        @Override
        ProcessBuilder command(Options options, Path target, Path folder, int port) throws IOException {
            Path home = wildfly(target);
            Path base = folder.resolve("standalone");
            Workspace.copy(home.resolve("standalone/configuration"), base.resolve("configuration"));
            Files.copy(target.resolve("gatehouse.war"), Files.createDirectory(base.resolve("deployments")).resolve("gatehouse.war"));
            ProcessBuilder command = new ProcessBuilder(home.resolve("bin/standalone.sh").toString(), "-Djboss.server.base.dir=" + base,
                    "-Djboss.http.port=" + port, "-Djboss.https.port=" + Workspace.freePort(), "-Djboss.management.http.port=" + Workspace.freePort());
            command.environment().put("JBOSS_JAVA_SIZING", "-Xms64m -Xmx512m -XX:MetaspaceSize=96M -XX:MaxMetaspaceSize=256m " + options.machine());
            return command;
        }
    };

    /** What starts it; folder is empty and removed later, target is Maven's. */
    abstract ProcessBuilder command(Options options, Path target, Path folder, int port) throws IOException;

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static Path wildfly(Path target) throws IOException {
        try (var found = Files.newDirectoryStream(target, "wildfly-*")) {
            for (Path home : found) return home;
        }
        throw new IllegalStateException("no WildFly in " + target + "; mvn -Pwildfly dependency:unpack@wildfly puts it there");
    }
}
