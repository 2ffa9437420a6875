package gatehouse.importing;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import gatehouse.provider.AdoptProvider;
import gatehouse.provider.Provider;
import gatehouse.web.Problems;
import gatehouse.web.Visit;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

/** The one platform that AList signs people in by, as a provider of ours. */
@RequestScoped
public class ProviderOfBackup {

    private static final Map<String, String> PRESETS = Map.of("casdoor", "casdoor", "github", "github", "microsoft", "microsoft", "google", "google",
            "dingtalk", "dingtalk", "oidc", "oidc");

    @Inject
    AdoptProvider adopt;

    private static Optional<String> preset(AListBackup backup) {
        return Optional.ofNullable(PRESETS.get(backup.setting("sso_login_platform").toLowerCase(Locale.ROOT)));
    }

    /** Whether the file says enough to make it. */
    static boolean possible(AListBackup backup) {
        return preset(backup).isPresent() && !backup.setting("sso_client_id").isBlank();
    }

    /** The provider here that was made of the same preset. */
    Optional<Provider> like(AListBackup backup) {
        return preset(backup).flatMap(adopt::like);
    }

    /** @return adds it, to be called within a transaction; empty when there are problems, all of them at the field {@code provider} */
    Optional<Supplier<Provider>> of(AListBackup backup, Problems problems, Visit.Me by) {
        if (!possible(backup)) {
            problems.add("provider", "importing.provider.impossible");
            return Optional.empty();
        }
        Problems found = new Problems();
        Optional<Supplier<Provider>> made = adopt.prepared(preset(backup).orElseThrow(), typed(backup), found, by);
        found.byField().values().forEach(refusal -> problems.add("provider", refusal));
        return made;
    }

    private static Map<String, String> typed(AListBackup backup) {
        Map<String, String> typed = new HashMap<>(Map.of("clientId", backup.setting("sso_client_id"), "clientSecret", backup.setting("sso_client_secret")));
        String endpoint = backup.setting("sso_endpoint_name").strip();
        if (preset(backup).orElseThrow().equals("casdoor")) typed.put("var-endpoint", endpoint.replaceAll("/+$", ""));
        if (preset(backup).orElseThrow().equals("oidc")) typed.putAll(oidc(backup, endpoint));
        return typed;
    }

    /** AList knew people at an OIDC provider by the claim that named them; whoever comes with a backup is still known by it. */
    private static Map<String, String> oidc(AListBackup backup, String endpoint) {
        String claim = backup.setting("sso_oidc_username_key").isBlank() ? "name" : backup.setting("sso_oidc_username_key").strip();
        String rule = "$['" + claim.replace("\\", "\\\\").replace("'", "\\'") + "']";
        return Map.of("issuer", endpoint, "scope", ("openid profile email " + backup.setting("sso_extra_scopes")).strip(), "mappingType", "PRESET",
                "ruleSubject", rule, "ruleName", rule, "ruleEmail", "$.email", "ruleNickname", "$.name", "ruleAvatar", "$.picture");
    }
}
