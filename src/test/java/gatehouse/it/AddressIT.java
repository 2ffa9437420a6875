package gatehouse.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The address that people use, confirmed and taken back. */
@InHouse
class AddressIT {

    private static final String HERE = "/admin/address";
    private final Visitor admin = Admin.signedIn().visitor();

    private Page typed(String address) {
        return admin.submit(admin.get(HERE).formTo(HERE).with("publicUrl", address));
    }

    @Test
    void an_address_is_confirmed_and_saved_empty_it_is_forgotten() {
        assertEquals(303, typed(House.here().address().toString()).status());
        try {
            assertTrue(admin.get(HERE).text().contains("In use now: " + House.here().address()));
            assertTrue(admin.get(HERE).text().contains("Saved empty, it is forgotten"));
            for (String wrong : List.of("x", "ftp://id.example.com", "https://id.example.com/path")) refused(typed(wrong));
        } finally {
            Page forgotten = typed(" ");
            assertEquals(HERE, forgotten.location().getPath());
            assertTrue(admin.follow(forgotten).text().contains("The public address is forgotten"));
        }
        assertFalse(admin.get(HERE).text().contains("In use now"));
        refused(typed(""));
    }

    private static void refused(Page page) {
        assertEquals(422, page.status(), page::text);
        assertTrue(page.html().selectFirst("#publicUrl-error") != null, page::text);
    }
}
