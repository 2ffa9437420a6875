package gatehouse.exchange;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.node.ObjectNode;

import gatehouse.web.Json;

/** What the signed tokens in an answer say: header and claims as they stand there, without the signature. Not yet believed. */
final class Opened {

    private static final int MOST = 3;

    private Opened() {
    }

    static String in(String answer) {
        return Veil.SIGNED.matcher(answer).results().map(token -> token.group().split("\\.", -1)).map(Opened::said).filter(said -> !said.isEmpty()).distinct().limit(MOST)
                .collect(Collectors.joining("\n\n"));
    }

    private static String said(String[] parts) {
        try {
            return part(parts[0]) + "\n" + part(parts[1]);
        } catch (Json.Malformed | IllegalArgumentException unreadable) {
            return "";
        }
    }

    private static String part(String encoded) {
        ObjectNode read = Json.object(Base64.getUrlDecoder().decode(encoded.getBytes(StandardCharsets.US_ASCII)));
        return read.toPrettyString();
    }
}
