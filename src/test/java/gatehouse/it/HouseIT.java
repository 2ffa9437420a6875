package gatehouse.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;

@InHouse
class HouseIT {

    @Test
    void it_is_ready_by_either_loopback_name() {
        assertEquals(200, House.here().visitor().get("/status/ready").status());
        assertEquals(200, House.at("127.0.0.1").visitor().get("/status/ready").status());
    }

    @Test
    void its_log_does_not_know_the_administrators_password() throws IOException {
        assertFalse(House.log().isEmpty());
        assertFalse(House.log().contains(House.adminPassword()));
    }

    @Test
    void no_container_session_is_made() {
        Visitor visitor = House.here().visitor();
        visitor.follow(visitor.get("/"));
        assertTrue(visitor.cookies().find("JSESSIONID").isEmpty());
    }
}
