package gatehouse.launch;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A house to look around in: Gatehouse, and beside it a small OpenID Connect server with three people, both on loopback, the server already
 * added as a provider. Each start begins anew.
 */
public final class Demo {

    private static final PrintStream SAY = System.out;
    private static final int PROVIDER = 5245;
    private static final Pattern TOKEN = Pattern.compile("\"token\":\"([^\"]+)\"");
    private final HttpClient client = HttpClient.newHttpClient();
    private final String house = "http://localhost:" + port();

    /** @param arguments the launcher's jar, the WAR, the provider's sign-in page, and the folder for what the demo keeps */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        String password = UUID.randomUUID().toString();
        empty(Path.of(arguments[3]));
        Process provider = start(Map.of("SERVER_HOSTNAME", "127.0.0.1", "SERVER_PORT", Integer.toString(PROVIDER), "JSON_CONFIG",
                "{\"interactiveLogin\":true,\"loginPagePath\":\"" + arguments[2].replace("\\", "/") + "\",\"httpServer\":\"NettyWrapper\"}"),
                ProcessBuilder.Redirect.DISCARD, "-cp", System.getProperty("java.class.path"), "no.nav.security.mock.oauth2.StandaloneMockOAuth2ServerKt");
        Process gatehouse = start(Map.of("GATEHOUSE_DATA", arguments[3], "GATEHOUSE_ADMIN_PASSWORD", password), ProcessBuilder.Redirect.INHERIT,
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m", "-jar", arguments[0], arguments[1]);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> Stream.of(provider, gatehouse).forEach(Process::destroy)));
        new Demo().furnish(password);
        gatehouse.waitFor();
    }

    private static Process start(Map<String, String> environment, ProcessBuilder.Redirect output, String... command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(Stream.concat(Stream.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()), Stream.of(command)).toList());
        builder.environment().putAll(environment);
        return builder.redirectErrorStream(true).redirectOutput(output).start();
    }

    private static void empty(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }

    private void furnish(String password) throws IOException, InterruptedException {
        while (!ready()) Thread.sleep(1000);
        Matcher token = TOKEN.matcher(post("/api/auth/login", "", "{\"username\":\"admin\",\"password\":\"" + password + "\"}"));
        if (!token.find()) throw new IOException("the demo's administrator cannot sign in");
        post("/api/admin/provider/create", token.group(1), "{\"preset\":\"oidc\",\"name\":\"Demo Company\",\"issuer\":\"http://localhost:" + PROVIDER
                + "/demo\",\"client_id\":\"gatehouse\",\"client_secret\":\"" + UUID.randomUUID() + "\"}");
        post("/api/admin/setting/save", token.group(1), "[{\"key\":\"sso_auto_register\",\"value\":\"true\"},{\"key\":\"sso_default_dir\",\"value\":\"/home/{username}\"},"
                + "{\"key\":\"sso_default_permission\",\"value\":\"152\"}]");
        List.of("", "This is a demo: what you do is forgotten at the next start.", "  Press \"Continue with Demo Company\" at " + house + " and choose who you are,",
                "  or sign in as admin with the password  " + password, "").forEach(SAY::println);
    }

    private boolean ready() throws InterruptedException {
        try {
            return client.send(HttpRequest.newBuilder(URI.create(house + "/status/ready")).build(), BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private String post(String path, String token, String json) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(house + path)).header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(json));
        if (!token.isEmpty()) request.header("Authorization", "Bearer " + token);
        HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() != 200) throw new IOException(path + " answered " + answer.statusCode() + " " + answer.body());
        return answer.body();
    }

    private static String port() {
        String typed = System.getenv("GATEHOUSE_PORT");
        return typed == null || typed.isBlank() ? "5244" : typed.strip();
    }
}
