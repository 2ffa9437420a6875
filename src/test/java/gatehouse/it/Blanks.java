package gatehouse.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gatehouse.it.provider.FakeProvider;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** What a provider was sent, with blanks such as {code} where each trip has another text, so that it can be compared to the letter. */
record Blanks(FakeProvider fake, String code, String redirect) {

    private static final String RANDOM = "[A-Za-z0-9_-]{43}";

    /** Each name once. */
    ObjectNode in(Parameters sent) {
        ObjectNode blanked = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, String> pair : sent.pairs()) blanked.put(pair.getKey(), in(sent.one(pair.getKey())));
        return blanked;
    }

    ObjectNode in(JsonNode sent) {
        ObjectNode blanked = JsonNodeFactory.instance.objectNode();
        sent.properties().forEach(member -> blanked.put(member.getKey(), in(member.getValue().textValue())));
        return blanked;
    }

    String in(String sent) {
        if (sent.equals(code)) return "{code}";
        if (sent.equals(redirect)) return "{redirect}";
        if (sent.equals(fake.clientId())) return "{id}";
        if (sent.equals(fake.clientSecret())) return "{secret}";
        if (sent.equals(basic())) return "{basic}";
        return sent.matches(RANDOM) ? "{random}" : sent.replaceAll("canary-access-token-[A-Za-z0-9_-]+", "{token}");
    }

    private String basic() {
        return "Basic " + Base64.getEncoder().encodeToString((fake.clientId() + ":" + fake.clientSecret()).getBytes(StandardCharsets.UTF_8));
    }
}
