package gatehouse.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gatehouse.it.Stage.Placed;
import gatehouse.it.provider.Answer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@InHouse
class IconIT {

    private static final String DOT = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 8 8\"><circle cx=\"4\" cy=\"4\" r=\"3\" fill=\"#0a7\"/></svg>";
    @RegisterExtension
    private static final Stage stage = new Stage();
    private static final Placed provider = stage.oauth("Icon");

    private static Form form() {
        return stage.admin().provider(provider.slug());
    }

    private static Page upload(String name, String type, byte[] content) {
        return new Upload(form(), "icon").send(stage.admin().visitor(), name, type, content);
    }

    private static String shown() {
        return House.here().visitor().get("/login").html().select("button[formaction=/sso/" + provider.slug() + "] img").attr("src");
    }

    private static byte[] png() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(300, 300, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }

    @Test
    @DisplayName("Seed 003: an uploaded icon stands on the sign-in button and is served under its hash to be kept, and nothing in it may run")
    void an_uploaded_icon_is_shown_and_served() {
        assertEquals(303, upload("a.svg", "image/svg+xml", DOT.getBytes(UTF_8)).status());
        Page icon = House.here().visitor().get(shown());
        assertEquals("200 image/svg+xml", icon.status() + " " + icon.header("content-type").orElse("").split(";")[0]);
        assertEquals("public, max-age=31536000, immutable", icon.header("cache-control").orElse(""));
        assertEquals("default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'", icon.header("content-security-policy").orElse(""));
        assertEquals("nosniff same-origin", icon.header("x-content-type-options").orElse("") + " " + icon.header("cross-origin-resource-policy").orElse(""));
        assertTrue(icon.header("set-cookie").isEmpty(), "what is kept for everybody sets no cookie");
        assertEquals(404, House.here().visitor().get("/icons/" + provider.slug() + "/other").status());
        assertEquals(404, House.here().visitor().get("/icons/" + provider.slug()).status());
        assertEquals(303, stage.admin().visitor().submit(form().with("iconRemove", "true")).status());
        assertEquals("", shown());
        assertEquals(404, House.here().visitor().get(icon.address()).status());
    }

    @ParameterizedTest
    @DisplayName("G-04 V-06 the file's name and declared type count for nothing")
    @ValueSource(strings = {"../../x.jsp", "x.png%00.html", "CON", "\u202Egnp.x"})
    void the_name_counts_for_nothing(String name) throws IOException {
        assertEquals(303, upload(name, "text/html", png()).status());
        Page icon = House.here().visitor().get(shown());
        assertEquals("image/png", icon.header("content-type").orElse("").split(";")[0]);
    }

    @Test
    @DisplayName("G-01 G-05 V-05 what is refused is said beside the field, and the old icon stays")
    void what_is_refused_is_said() throws IOException {
        upload("a.png", "image/png", png());
        String before = shown();
        refused(413, "larger than 256 KB", upload("a.png", "image/png", new byte[257 * 1024]));
        refused(415, "no PNG, JPEG, GIF or SVG", upload("a.png", "image/png", "<!DOCTYPE html><html><script>alert(1)</script></html>".getBytes(UTF_8)));
        refused(422, "<script>", upload("a.svg", "image/svg+xml", DOT.replace("<circle", "<script>alert(1)</script><circle").getBytes(UTF_8)));
        assertEquals(413, upload("a.png", "image/png", new byte[1 << 20]).status());
        assertEquals(before, shown());
    }

    @Test
    @DisplayName("G-07 an upload that is compressed is refused unread, and the old icon stays")
    void a_compressed_upload_is_refused() throws IOException {
        upload("a.png", "image/png", png());
        String before = shown();
        for (String coding : new String[] {"gzip", "deflate", "br", "identity, gzip"}) {
            Page page = stage.admin().visitor().send("POST", form().action().toString(), "multipart/form-data; boundary=x", new byte[100], "Content-Encoding", coding);
            assertEquals(415, page.status(), page::text);
        }
        assertEquals(before, shown());
    }

    private static void refused(int status, String sentence, Page page) {
        assertEquals(status, page.status());
        assertTrue(page.html().select("#icon-error").text().contains(sentence), page.text());
    }

    @Test
    @DisplayName("X-02 an upload without the form token is refused, also when a file bears the token's name")
    void an_upload_needs_the_token() {
        String before = shown();
        Visitor admin = stage.admin().visitor();
        assertEquals(403, new Upload(form().without("csrf"), "icon").send(admin, "a.svg", "image/svg+xml", DOT.getBytes(UTF_8)).status());
        String token = form().value("csrf");
        assertEquals(403, new Upload(form().without("csrf"), "csrf").send(admin, "csrf", "text/plain", token.getBytes(UTF_8)).status());
        assertEquals(before, shown());
    }

    @Test
    @DisplayName("Seed 004 F-06: an icon's address is asked once by the server, never by a visitor's browser")
    void an_address_is_asked_once() {
        provider.fake().tell("/icon.svg", Answer.of(200, "image/svg+xml", DOT));
        assertEquals(303, stage.admin().visitor().submit(form().with("iconUrl", provider.fake().at("/icon.svg"))).status());
        assertTrue(shown().startsWith("/icons/" + provider.slug() + "/"), shown());
        assertEquals(200, House.here().visitor().get(shown()).status());
        assertEquals(1, provider.fake().received("/icon.svg").size());
        assertFalse(form().fields().first("iconUrl").filter(address -> !address.isEmpty()).isPresent(), "it is not asked again at the next save");
        Page nothing = stage.admin().visitor().submit(form().with("iconUrl", "http://169.254.169.254/latest"));
        assertEquals(422, nothing.status());
        assertFalse(nothing.html().select("#iconUrl-error").isEmpty());
    }
}
