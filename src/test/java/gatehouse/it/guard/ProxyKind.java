package gatehouse.it.guard;

import gatehouse.it.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The proxies whose configuration the house prints: how each is started with it, on loopback only. */
enum ProxyKind {

    NGINX {
        @Override
        List<String> command(Path folder, List<String> printed, List<String> hosts, int port) throws IOException {
            String temporary = Stream.of("client_body", "proxy", "fastcgi", "uwsgi", "scgi").map(kind -> kind + "_temp_path " + folder + "/" + kind + ";\n")
                    .collect(Collectors.joining());
            String user = System.getProperty("user.name").equals("root") ? "user root;\n" : "";
            String frame = user + "daemon off;\nmaster_process off;\npid " + folder + "/pid;\nerror_log stderr warn;\nevents { worker_connections 512; }\n"
                    + "http {\naccess_log off;\nproxy_bind " + Raw.PROXY + ";\n" + temporary + String.join("\n", printed) + "}\n";
            return List.of(binary(), "-e", "stderr", "-c", Files.writeString(folder.resolve("nginx.conf"), frame).toString());
        }
    },

    CADDY {
        @Override
        List<String> command(Path folder, List<String> printed, List<String> hosts, int port) throws IOException {
            String frame = "{\n  admin off\n  auto_https off\n  default_bind " + String.join(" ", hosts) + "\n}\n";
            Path file = Files.writeString(folder.resolve("Caddyfile"), frame + String.join("\n", printed));
            return List.of(binary(), "run", "--adapter", "caddyfile", "--config", file.toString());
        }
    },

    TRAEFIK {
        @Override
        List<String> command(Path folder, List<String> printed, List<String> hosts, int port) throws IOException {
            Path dynamic = Files.createDirectory(folder.resolve("dynamic"));
            for (String one : printed) Files.writeString(dynamic.resolve(printed.indexOf(one) + ".yml"), one);
            List<String> words = new ArrayList<>(List.of(binary(), "--providers.file.directory=" + dynamic, "--log.level=INFO",
                    "--global.checkNewVersion=false", "--global.sendAnonymousUsage=false"));
            IntStream.range(0, hosts.size()).forEach(at -> words.add("--entryPoints.host" + at + ".address=" + hosts.get(at) + ":" + port));
            return words;
        }
    };

    /** What starts it; all that it writes stands in the folder. */
    abstract List<String> command(Path folder, List<String> printed, List<String> hosts, int port) throws IOException;

    /** Whether it can put a base path in front: Caddy can since a version after 2.6. */
    boolean fronts() {
        return this == NGINX || this == CADDY && !new Tool(id()).says("version").matches("v?2\\.[0-6]\\..*");
    }

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    String binary() {
        return new Tool(id()).path();
    }
}
