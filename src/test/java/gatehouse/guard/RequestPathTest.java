package gatehouse.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;

import gatehouse.web.Refusal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestPathTest {

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "x", "*", "//", "//x", "/a//b", "/a//", "https://files.example.com/x", "/%", "/%z", "/%zz", "/a%2", "/..", "/../x", "/a/..", "/a/../b", "/.", "/a/./b",
        "/%2e%2e/x", "/.%2E", "/%2E", "/...", "/%20", "/..%20/x", "/a/.%20", "/%2f", "/a%2Fb", "/a%5cb", "/a%5Cb", "/a\\b", "/..\\x", "/a;b", "/a;jsessionid=1/b", "/a%3Bb", "/..;/x",
        "/%252e%252e/x", "/%252f", "/a%2541", "/%00", "/a%0d%0ax", "/a%0A", "/%7f", "/%C2%85", "/%c0%ae%c0%ae/", "/%e0%80%ae", "/%ff", "/%C0%AF", "/%ed%a0%80", "/a#b", "/a b", "/\u00e9",
        "/张", "/a\r\nX: y", "/a\tb", "/x?a b", "/x?\u00e9", "/x?a#b", "/x?\u0000", "/a\u0000", "/%E2%80%A8", "\\x", "/%u002e", "/a\"b", "/<a>", "/{a}"})
    @DisplayName("P-06 W-01 whatever two servers could read in two ways is malformed")
    void doubtful_paths_are_malformed(String target) {
        assertEquals(400, assertThrows(Refusal.class, () -> RequestPath.of(target)).status());
    }

    @Test
    @DisplayName("P-06 8,192 characters are read, one more is not")
    void the_length_is_bounded() {
        assertEquals(8191, RequestPath.of("/" + "a".repeat(8191)).names().get(0).length());
        assertThrows(Refusal.class, () -> RequestPath.of("/" + "a".repeat(8192)));
        assertThrows(Refusal.class, () -> RequestPath.of("/?" + "a".repeat(8191)));
    }

    @ParameterizedTest
    @CsvSource({"/,/", "/?x=/../%zz,/", "/a,/a", "/a/,/a/", "/%61,/a", "/a%20b,/a%20b", "/100%25,/100%25", "/%25.txt,/%25.txt", "/%E5%BC%A0,/%E5%BC%A0", "/%e5%bc%a0,/%E5%BC%A0",
        "/[id],/%5Bid%5D", "/a|b^c,/a%7Cb%5Ec", "/~ann/R.E.M./,/~ann/R.E.M./", "/a:b@c,/a:b@c", "/%2Bx+y,/+x+y", "/..x,/..x", "/.hidden,/.hidden", "'/a,b=c&d',  '/a,b=c&d'"})
    void a_path_has_one_spelling(String target, String spelling) {
        assertEquals(spelling, RequestPath.of(target).encoded());
        assertEquals(RequestPath.of(target), RequestPath.of(spelling));
    }

    @Test
    void paths_are_compared_name_by_name() {
        RequestPath base = RequestPath.plain("/home/张 ann");
        assertEquals(List.of("home", "张 ann"), base.names());
        assertEquals(true, RequestPath.of("/home/%E5%BC%A0%20ann").within(base));
        assertEquals(true, RequestPath.of("/home/%E5%BC%A0%20ann/x").within(base));
        assertEquals(false, RequestPath.of("/home/%E5%BC%A0%20anna").within(base));
        assertEquals(false, RequestPath.of("/home").within(base));
        assertEquals(true, RequestPath.of("/caf%C3%A9/x").within(RequestPath.plain("/café")));
        assertEquals(false, RequestPath.of("/cafe%CC%81/x").within(RequestPath.plain("/café")), "another way to write an accent is another name");
        assertEquals(true, RequestPath.of("/x").within(RequestPath.ROOT));
        assertEquals("/x", RequestPath.of("/home/x").without(RequestPath.of("/home")).encoded());
        assertEquals("/", RequestPath.of("/home").without(RequestPath.of("/home")).encoded());
    }

    @ParameterizedTest
    @CsvSource({"/a/x,/a/y,true", "/x,/y,true", "/a/x/,/a/y,true", "/a/x,/b/x,false", "/a/x,/a/b/x,false", "/a/b/x,/a/x,false", "/,/x,false", "/x,/,false"})
    void a_move_in_its_folder_is_a_renaming(String from, String to, boolean beside) {
        assertEquals(beside, RequestPath.of(from).beside(RequestPath.of(to)));
    }
}
