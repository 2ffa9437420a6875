package gatehouse.security;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import gatehouse.Requests;
import gatehouse.web.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RawUriTest {

    private static HttpServletRequest get(String path) {
        return new HttpServletRequestWrapper(Requests.of("GET", "127.0.0.1")) {
            @Override
            public String getRequestURI() {
                return path;
            }

            @Override
            public String getQueryString() {
                return null;
            }
        };
    }

    @ParameterizedTest
    @DisplayName("A-02 a character that needs no encoding and is encoded is refused: filters and servlets would read two addresses")
    @ValueSource(strings = {"/%61dmin/sso", "/%41dmin", "/%7ane", "/%5Ax", "/c%61llback", "/api/auth/v%65rify", "/%30", "/x%39", "/x%2ey", "/x%2Dy", "/x%5Fy", "/x%7ey"})
    void one_address_has_one_spelling(String path) {
        assertEquals(400, assertThrows(Refusal.class, () -> RawUri.check(get(path))).status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/admin/sso", "/%E4%BD%A0", "/a%20b", "/a%40b", "/a%3Ab", "/a%5Bb%5D", "/a%60b", "/a%7Bb%7D"})
    void what_has_to_be_encoded_may_be(String path) {
        assertDoesNotThrow(() -> RawUri.check(get(path)));
    }
}
