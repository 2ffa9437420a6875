package gatehouse.exchange;

import java.util.Locale;
import java.util.ResourceBundle;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.junit.jupiter.api.Assertions.assertTrue;

class ReasonTest {

    @ParameterizedTest
    @EnumSource
    void every_reason_has_its_sentence(ExchangeFailed.Reason reason) {
        assertTrue(ResourceBundle.getBundle("messages", Locale.ROOT).containsKey(reason.key()), reason.key());
    }
}
