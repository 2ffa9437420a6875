package gatehouse.tape;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * One request of a trial and its answer. Every secret was covered before it got here, and long bodies are cut.
 *
 * @param status 0 when no answer came, or none that was read
 * @param type   the answer's content type
 * @param opened what the signed tokens in the answer say, without their signatures
 * @param millis from the first byte sent to the last one read
 */
public record Call(String method, String address, Map<String, String> headers, String request, int status, String type, String answer, String opened,
                   long millis) {

    Call each(UnaryOperator<String> change) {
        Map<String, String> changed = new LinkedHashMap<>();
        headers.forEach((name, value) -> changed.put(name, change.apply(value)));
        return new Call(method, change.apply(address), changed, change.apply(request), status, change.apply(type), change.apply(answer),
                change.apply(opened), millis);
    }
}
