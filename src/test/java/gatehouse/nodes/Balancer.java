package gatehouse.nodes;

import gatehouse.benchmark.Workspace;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** nginx with setup/nodes/nginx.conf, but for addresses and certificate; {@code X-Node: a} leads to one node, without it they take turns. */
record Balancer(Process process, int port) implements AutoCloseable {

    static Balancer start(Workspace workspace, int port, Node a, Node b) throws IOException, InterruptedException {
        Path room = workspace.room("nginx");
        String written = Files.readString(Path.of("setup/nodes/nginx.conf"));
        String there = written.replace("10.0.0.1:5244", "127.0.0.1:" + a.port()).replace("10.0.0.2:5244", "127.0.0.1:" + b.port())
                .replace("listen 443 ssl;", "listen 127.0.0.1:" + port + ";").replaceAll("(?m)^ *ssl_certificate.*$", "").replace("http://gatehouse;", "http://$node;");
        String chosen = "map $http_x_node $node { a 127.0.0.1:" + a.port() + "; b 127.0.0.1:" + b.port() + "; default gatehouse; }\n";
        String temporary = Stream.of("client_body", "proxy", "fastcgi", "uwsgi", "scgi").map(kind -> kind + "_temp_path " + room + "/" + kind + ";\n").collect(Collectors.joining());
        String user = System.getProperty("user.name").equals("root") ? "user root;\n" : "";
        Path file = Files.writeString(room.resolve("nginx.conf"), user + "daemon off;\nmaster_process off;\npid " + room + "/pid;\nerror_log stderr crit;\n"
                + "events { worker_connections 512; }\nhttp {\naccess_log off;\n" + temporary + chosen + there + "}\n");
        Process process = new ProcessBuilder(binary(), "-e", "stderr", "-c", file.toString()).redirectErrorStream(true).redirectOutput(room.resolve("log").toFile()).start();
        Balancer balancer = new Balancer(process, port);
        balancer.await(room.resolve("log"));
        return balancer;
    }

    private static String binary() {
        return System.getenv().getOrDefault("NGINX", "/usr/sbin/nginx");
    }

    private void await(Path log) throws IOException, InterruptedException {
        for (int i = 0; i < 200 && process.isAlive(); i++) {
            try (Socket there = new Socket("127.0.0.1", port)) {
                return;
            } catch (IOException notYet) {
                Thread.sleep(50);
            }
        }
        throw new IllegalStateException("nginx did not start: " + Files.readString(log));
    }

    URI address() {
        return URI.create("http://localhost:" + port);
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) process.destroyForcibly().waitFor();
    }
}
