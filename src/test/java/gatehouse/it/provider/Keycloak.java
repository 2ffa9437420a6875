package gatehouse.it.provider;

import com.nimbusds.jose.JOSEException;
import gatehouse.it.Page;
import gatehouse.it.Unreachable;
import gatehouse.it.Visitor;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.concurrent.TimeUnit;

/** A real OIDC provider written by others, with the realm of keycloak/gatehouse-realm.json: ann, bob and 张三, one confidential client, PKCE S256. */
public final class Keycloak implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 180;

    private final int port = Integer.getInteger("it.keycloak.port");
    private final Path home = Path.of(System.getProperty("it.keycloak"));
    private final Process process;

    Keycloak() throws IOException, InterruptedException {
        Path realms = Files.createDirectories(home.resolve("data/import"));
        Files.writeString(realms.resolve("gatehouse-realm.json"), realm());
        process = new KeycloakCommand(home, port).start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        awaitReady();
    }

    public String issuer() {
        return "http://127.0.0.1:" + port + "/realms/gatehouse";
    }

    public String clientId() {
        return "gatehouse";
    }

    public String clientSecret() {
        return "keycloak-client-secret";
    }

    /** Goes where Gatehouse sent the visitor, signs in there by the form, and returns Keycloak's last answer: the redirect home, not yet followed. */
    public Page signIn(Visitor visitor, Page departure, String user) {
        Page page = visitor.get(departure.location());
        if (page.redirects()) return page;
        return visitor.submit(page.form("#kc-form-login").with("username", user, "password", password(user)));
    }

    /** The password of ann, bob or 张三. */
    public String password(String user) {
        return (user.equals("张三") ? "zhangsan" : user) + "-password";
    }

    /** The realm with a fresh key: Keycloak would need four seconds to make one. */
    private static String realm() throws IOException {
        try (var realm = Keycloak.class.getResourceAsStream("/keycloak/gatehouse-realm.json")) {
            byte[] key = SigningKeys.fresh(2048).toPrivateKey().getEncoded();
            return new String(realm.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("@PRIVATE_KEY@", Base64.getEncoder().encodeToString(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private void awaitReady() throws InterruptedException {
        for (int i = 0; i < PATIENCE_SECONDS * 5 && process.isAlive(); i++) {
            if (ready()) return;
            Thread.sleep(200);
        }
        close();
        throw new IllegalStateException("Keycloak did not start; see target/it-keycloak.log");
    }

    private boolean ready() {
        try {
            return new Visitor(URI.create(issuer())).get(issuer() + "/.well-known/openid-configuration").status() == 200;
        } catch (Unreachable notYet) {
            return false;
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) process.destroyForcibly().waitFor();
    }
}
