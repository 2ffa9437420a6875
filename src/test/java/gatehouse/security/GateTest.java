package gatehouse.security;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.UriInfo;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GateTest {

    @ParameterizedTest
    @CsvSource({"to=%2Fadmin%2Fwelcome, %2Fadmin%2Fwelcome", "csrf=x&to=/admin/users?q%3Da%26b%3Dc, %2Fadmin%2Fusers%3Fq%3Da%26b%3Dc"})
    @DisplayName("B-01 whoever has to sign in again before they bind comes back to the page where the button was")
    void a_form_names_the_page_to_come_back_to(String body, String next) {
        assertEquals(next, wayBack(body, "/profile"));
    }

    @ParameterizedTest
    @CsvSource({"''", "csrf=x", "to=", "to=https%3A%2F%2Fevil.example", "to=%2F%2Fevil.example", "to=%2Flogout", "to=%2Fsso%2Facme", "to=/"})
    @DisplayName("O-02 a form that names none, or one that is not ours, leads back to the action's own page")
    void what_is_no_page_of_ours_is_not_come_back_to(String body) {
        assertEquals("/profile", wayBack(body, "/profile"));
    }

    @Test
    void the_way_back_takes_the_parameters_of_the_action() {
        assertEquals("/admin/users/7", wayBack("", "/admin/users/{id}"));
    }

    private static String wayBack(String body, String back) {
        return Gate.wayBack(context(body), back);
    }

    private static ContainerRequestContext context(String body) {
        MultivaluedHashMap<String, String> parameters = new MultivaluedHashMap<>();
        parameters.putSingle("id", "7");
        UriInfo address = (UriInfo) Proxy.newProxyInstance(GateTest.class.getClassLoader(), new Class<?>[] {UriInfo.class}, (proxy, asked, arguments) -> parameters);
        return (ContainerRequestContext) Proxy.newProxyInstance(GateTest.class.getClassLoader(), new Class<?>[] {ContainerRequestContext.class}, (proxy, asked, arguments) ->
                switch (asked.getName()) {
                    case "getUriInfo" -> address;
                    case "getHeaderString" -> "application/x-www-form-urlencoded";
                    case "getEntityStream" -> new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8));
                    default -> throw new UnsupportedOperationException(asked.getName());
                });
    }
}
