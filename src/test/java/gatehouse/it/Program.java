package gatehouse.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** A program at the JSON addresses: no cookies, and with each request the headers it was made with. */
public final class Program {

    private static final ObjectMapper JSON = new ObjectMapper();
    private final List<String> headers;

    private Program(String... headers) {
        this.headers = List.of(headers);
    }

    public static Program anonymous() {
        return new Program();
    }

    /** Comes with an access token as Bearer. */
    public static Program with(String token) {
        return new Program("Authorization", "Bearer " + token);
    }

    /** Comes with this Authorization header. */
    public static Program authorized(String value) {
        return new Program("Authorization", value);
    }

    /** Gets a token for a username and a password; fails when they are refused. */
    public static Program login(String username, String password) {
        return with(token(username, password));
    }

    /** A token for a username and a password; fails when they are refused. */
    static String token(String username, String password) {
        Page page = anonymous().post("/api/auth/login", "{\"username\":\"" + username + "\",\"password\":\"" + password + "\"}");
        assertEquals(200, page.status(), page::text);
        return data(page).get("token").textValue();
    }

    public static Program admin() {
        return login("admin", House.adminPassword());
    }

    public Page get(String address, String... more) {
        return checked("GET", address, House.here().visitor().get(address, all(more)));
    }

    public Page post(String address, String json, String... more) {
        return checked("POST", address, House.here().visitor().send("POST", address, "application/json", json, all(more)));
    }

    /** Posts nothing at all. */
    public Page post(String address) {
        return post(address, "");
    }

    /** Every answer is held against the OpenAPI document. */
    private static Page checked(String method, String address, Page page) {
        Contract.check(method, address, page);
        return page;
    }

    private String[] all(String... more) {
        List<String> all = new ArrayList<>(headers);
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    /** The whole answer; fails when it is no envelope whose code is the status. */
    public static JsonNode envelope(Page page) {
        try {
            JsonNode envelope = JSON.readTree(page.body());
            assertEquals(page.status(), envelope.path("code").intValue(), page::text);
            assertEquals("application/json;charset=utf-8", page.header("Content-Type").orElseThrow().toLowerCase(java.util.Locale.ROOT).replace(" ", ""));
            return envelope;
        } catch (IOException e) {
            throw new UncheckedIOException(page.text(), e);
        }
    }

    public static JsonNode data(Page page) {
        return envelope(page).get("data");
    }

    public static String message(Page page) {
        return envelope(page).get("message").textValue();
    }
}
