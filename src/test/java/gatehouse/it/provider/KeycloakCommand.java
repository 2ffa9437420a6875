package gatehouse.it.provider;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How Keycloak is started leanest: as it was built at home (no augmentation), memory only, no cluster, one process without a shell. */
record KeycloakCommand(Path home, int port) {

    private static final List<String> JVM = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xms64m", "-Xmx400m", "-Dkc.config.built=true",
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager", "-Dpicocli.disable.closures=true", "-Dfile.encoding=UTF-8",
            "-Djava.util.concurrent.ForkJoinPool.common.threadFactory=io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
            "--add-opens=java.base/java.util=ALL-UNNAMED", "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
            "--add-opens=java.base/java.security=ALL-UNNAMED", "--add-opens=java.base/java.lang=ALL-UNNAMED", "--enable-native-access=ALL-UNNAMED");

    Process start() throws IOException {
        return new ProcessBuilder(line()).directory(home.toFile()).redirectErrorStream(true)
                .redirectOutput(home.resolveSibling("it-keycloak.log").toFile()).start();
    }

    private List<String> line() {
        List<String> line = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Dkc.home.dir=" + home));
        line.addAll(JVM);
        line.addAll(List.of("-cp", home.resolve("lib/quarkus-run.jar").toString(), "io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
        line.addAll(List.of("start", "--import-realm", "--db=dev-mem", "--cache=local", "--http-enabled=true", "--http-host=127.0.0.1",
                "--http-port=" + port, "--hostname-strict=false", "--log-level=warn"));
        return line;
    }
}
