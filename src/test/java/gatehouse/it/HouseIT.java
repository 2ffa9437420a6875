package gatehouse.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

@InHouse
class HouseIT {

    @Test
    void it_is_ready_by_either_loopback_name() {
        assertEquals(200, House.here().visitor().get("/status/ready").status());
        assertEquals(200, House.at("127.0.0.1").visitor().get("/status/ready").status());
    }

    @Test
    void no_container_session_is_made() {
        Visitor visitor = House.here().visitor();
        visitor.follow(visitor.get("/"));
        assertTrue(visitor.cookies().find("JSESSIONID").isEmpty());
    }
}
