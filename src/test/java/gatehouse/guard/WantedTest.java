package gatehouse.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class WantedTest {

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"x", "aHR0cHM6Ly9ldmlsLnRlc3Qv", "Ly9ldmlsLnRlc3Q", "L2ENClNldC1Db29raWU6eD0x", "L1xldmls", "====", "L8Op"})
    @DisplayName("O-02 O-05 where to go afterwards is a path of that host, or its start")
    void a_doubtful_return_is_the_start(String carried) {
        assertEquals("/", Wanted.read(carried).target());
    }

    @Test
    @DisplayName("O-06 a return of 4 KB is the start")
    void a_long_return_is_the_start() {
        assertEquals("/", Wanted.read(new Wanted("/" + "a".repeat(4096)).carried()).target());
        assertEquals("/a?b=c", Wanted.read(new Wanted("/a?b=c").carried()).target());
    }
}
