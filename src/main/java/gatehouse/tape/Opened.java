package gatehouse.tape;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.node.ObjectNode;

import gatehouse.web.Json;

/** What the signed tokens in an answer say: header and claims as they stand there, without the signature. Not yet believed. */
final class Opened {

    private static final int MOST = 3;

    private Opened() {
    }

    static String in(String answer) {
        return parts(answer).map(Opened::said).distinct().limit(MOST).collect(Collectors.joining("\n\n"));
    }

    /** Of each token that can be read, its header and its claims. */
    static Stream<List<ObjectNode>> parts(String answer) {
        return Veil.SIGNED.matcher(answer).results().map(token -> token.group().split("\\.", -1)).map(Opened::read).filter(parts -> !parts.isEmpty());
    }

    private static List<ObjectNode> read(String[] parts) {
        try {
            return List.of(part(parts[0]), part(parts[1]));
        } catch (Json.Malformed | IllegalArgumentException unreadable) {
            return List.of();
        }
    }

    private static String said(List<ObjectNode> parts) {
        return parts.stream().map(ObjectNode::toPrettyString).collect(Collectors.joining("\n"));
    }

    private static ObjectNode part(String encoded) {
        return Json.object(Base64.getUrlDecoder().decode(encoded.getBytes(StandardCharsets.US_ASCII)));
    }
}
