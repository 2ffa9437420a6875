package gatehouse.exchange;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

import gatehouse.connection.Connection;
import gatehouse.connection.UserInfoDialect;
import gatehouse.exchange.ExchangeFailed.Reason;

/** How we name the person to the provider after the token call: the access token, and what else its dialect wants told. Never the secret. */
record Introduction(Connection connection, String code, TokenReply token) {

    private static final int LONGEST = 1024;

    /** The token stands in the Authorization header and nowhere else (RFC 6750 section 2.1), unless the dialect says otherwise. */
    Map<String, String> headers() {
        UserInfoDialect words = words();
        Map<String, String> headers = new LinkedHashMap<>(Map.of("Accept", "application/json"));
        headers.putAll(words.headers());
        if (words.query().isEmpty()) headers.put(words.header(), words.prefix() + token.accessToken());
        return headers;
    }

    /** @param profile what is known of the person so far */
    URI address(String url, Map<String, String> parameters, JsonNode profile) {
        Map<String, String> query = new LinkedHashMap<>();
        if (!words().query().isEmpty()) query.put(words().query(), token.accessToken());
        query.putAll(filled(parameters, profile));
        StringBuilder address = new StringBuilder(url);
        query.forEach((name, value) -> address.append(address.indexOf("?") < 0 ? '?' : '&').append(name).append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return Wire.uri(address.toString());
    }

    /** @throws ExchangeFailed when the provider did not tell what a variable stands for */
    Map<String, String> filled(Map<String, String> parameters, JsonNode profile) {
        Map<String, String> filled = new LinkedHashMap<>();
        parameters.forEach((name, value) -> filled.put(name, value.startsWith("{") ? said(value.substring(1, value.length() - 1), profile) : value));
        return filled;
    }

    private String said(String variable, JsonNode profile) {
        if (variable.equals("code")) return code;
        if (variable.equals("client_id")) return connection.clientId();
        String member = variable.substring(variable.indexOf('.') + 1);
        JsonNode value = (variable.startsWith("token.") ? token.beside() : profile).path(member);
        boolean told = value.isTextual() && !value.textValue().isEmpty() && value.textValue().length() <= LONGEST || value.isIntegralNumber();
        if (!told) throw new ExchangeFailed(Reason.PROTOCOL, "variable");
        return value.asText();
    }

    UserInfoDialect words() {
        return connection.dialect().userInfo();
    }

    @Override
    public String toString() {
        return "Introduction[•••]";
    }
}
