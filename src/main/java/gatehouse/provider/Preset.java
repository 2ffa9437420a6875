package gatehouse.provider;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

import gatehouse.connection.ClientAuthentication;
import gatehouse.connection.DialectRules;
import gatehouse.connection.Protocol;
import gatehouse.mapping.Field;
import gatehouse.mapping.Mapping;
import gatehouse.mapping.MappingType;
import gatehouse.web.Assets;
import gatehouse.web.Messages;
import gatehouse.web.OneLine;

/**
 * The facts of a well-known provider, as data; copied into the provider's row when it is picked.
 *
 * @param chinese   its name in Chinese where it has one, else empty
 * @param issuer    for OIDC; for plain OAuth 2.0 the three addresses. All may hold {@code {variables}}
 * @param mapping   rules by key; empty takes the type's usual ones
 * @param dialect   as {@code Dialect} reads it, before the variables are filled in
 * @param console   where an application is registered
 * @param variables what the administrator types, with what it usually is
 * @param tried     whether it was tried against the real service
 */
record Preset(String slug, String name, String chinese, Protocol protocol, String issuer, String authorize, String token, String userInfo, String scope,
              boolean pkce, ClientAuthentication authentication, MappingType mappingType, Map<String, String> mapping, JsonNode dialect,
              RedirectStyle redirectStyle, String console, Map<String, String> variables, boolean tried) {

    private static final Set<String> GENERAL = Set.of("oidc", "oauth2");

    Preset {
        chinese = DialectRules.or(chinese, "");
        issuer = DialectRules.or(issuer, "");
        authorize = DialectRules.or(authorize, "");
        token = DialectRules.or(token, "");
        userInfo = DialectRules.or(userInfo, "");
        console = DialectRules.or(console, "");
        if (mappingType == null) mappingType = protocol == Protocol.OIDC ? MappingType.OIDC : MappingType.PRESET;
        mapping = mapping == null ? Map.of() : Map.copyOf(mapping);
        if (redirectStyle == null) redirectStyle = RedirectStyle.OWN;
        variables = variables == null ? Map.of() : new LinkedHashMap<>(variables);
    }

    /** What is read of a person. */
    Mapping rules() {
        if (mapping.isEmpty()) return Mapping.usual(mappingType);
        Map<String, String> typed = new LinkedHashMap<>(mapping);
        for (Field field : Field.values()) typed.putIfAbsent(field.key(), "");
        return Mapping.parse(mappingType, typed);
    }

    /** The dialect as text, its variables not yet filled in; empty for the standard. */
    String spoken() {
        return dialect == null ? "" : dialect.toPrettyString().replace("\r\n", "\n");
    }

    /** Whether its name, its name in Chinese or its slug holds the text. */
    boolean answersTo(String text) {
        String sought = OneLine.of(text, 100).strip().toLowerCase(Locale.ROOT);
        return (name + " " + chinese + " " + slug).toLowerCase(Locale.ROOT).contains(sought);
    }

    /** Its bundled mark, a path of ours; empty for those that stand for any provider. */
    String mark() {
        return GENERAL.contains(slug) ? "" : Assets.address("marks/" + slug + ".svg");
    }

    /** For programs, in English. */
    Map<String, Object> told() {
        Map<String, Object> told = new LinkedHashMap<>(shown());
        told.putAll(Map.of("variables", variables, "notes", Messages.in(Locale.ENGLISH).say("preset." + slug + ".notes")));
        return told;
    }

    Map<String, Object> shown() {
        return Map.of("slug", slug, "name", name, "chinese", chinese, "tried", tried, "console", console, "protocol", protocol.name(), "icon", mark());
    }
}
