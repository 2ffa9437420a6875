package gatehouse.provider;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import gatehouse.admission.Registration;
import gatehouse.connection.Authorities;
import gatehouse.connection.ClientAuthentication;
import gatehouse.connection.DialectText;
import gatehouse.connection.Origin;
import gatehouse.connection.Protocol;
import gatehouse.mapping.Mapping;
import gatehouse.mapping.MappingType;
import gatehouse.web.Problems;
import gatehouse.web.Refusal;
import gatehouse.web.TypedForm;

/** What was typed into a provider's page, or stands there to begin with; shown again as it is, but for the secret. */
final class ProviderForm {

    private static final List<String> LINES = List.of("protocol", "name", "clientId", "scope", "authentication", "redirectStyle", "mappingType",
            "ruleSubject", "ruleName", "ruleEmail", "ruleNickname", "rulePhone", "ruleAvatar", "ruleDescription", "registration", "domains", "version", "ticket", "deadline",
            "preset", "organization", "application", "secretExpires", "seen", "outgoingProxy");
    private static final List<String> RAW = List.of("issuer", "authorizeUrl", "tokenUrl", "userInfoUrl", "redirectUrl", "rules", "rulesWas", "sample", "dialect", "certificate",
            "caCertificate");
    /** The fields in the order of the page. */
    static final List<String> ORDER = List.of("version", "seen", "redirectStyle", "redirectUrl", "protocol", "name", "clientId", "clientSecret", "secretExpires",
            "issuer", "authorizeUrl", "tokenUrl", "userInfoUrl", "organization", "application", "certificate", "scope", "authentication", "dialect", "pkce",
            "mappingType", "ruleSubject", "ruleName", "ruleEmail", "ruleNickname", "rulePhone", "ruleAvatar", "ruleDescription",
            "rules", "sample", "registration", "domains", "roles", "icon", "iconUrl", "iconRemove", "deadline", "outgoingProxy", "caCertificate");
    /** By the page; what it does not name comes last. */
    static final Comparator<String> BY_PLACE = Comparator.comparingInt(field -> ORDER.contains(field) ? ORDER.indexOf(field) : ORDER.size());
    private static final String MASK = "[*•●·∙]*";
    private final Map<String, String> texts = new LinkedHashMap<>();
    private final boolean pkce;
    private final List<String> roles;
    private final String secret;
    private TypedIcon icon = TypedIcon.NONE;

    private ProviderForm(boolean pkce, List<String> roles, String secret) {
        this.pkce = pkce;
        this.roles = roles;
        this.secret = secret;
    }

    static ProviderForm of(TypedForm typed) {
        ProviderForm form = new ProviderForm(typed.ticked("pkce"), typed.all("roles"), typed.text("clientSecret"));
        LINES.forEach(name -> form.texts.put(name, typed.text(name)));
        RAW.forEach(name -> form.texts.put(name, typed.raw(name)));
        form.icon = TypedIcon.of(typed);
        return form;
    }

    /** A new provider. @param base the public address; @param role the one that is ticked to begin with */
    static ProviderForm fresh(String base, String role) {
        ProviderForm form = new ProviderForm(true, List.of(role), "");
        List.of("name", "clientId", "issuer", "authorizeUrl", "tokenUrl", "userInfoUrl", "domains", "version", "dialect",
                "preset", "organization", "application", "certificate", "secretExpires").forEach(name -> form.texts.put(name, ""));
        form.texts.putAll(Map.of("protocol", Protocol.OIDC.name(), "scope", "openid profile email", "authentication", ClientAuthentication.BASIC.name(),
                "redirectStyle", RedirectStyle.OWN.name(), "redirectUrl", RedirectAddresses.usual(base), "mappingType", MappingType.OIDC.name(),
                "registration", Registration.EVERYONE.name(), "ticket", Ticket.fresh().value()));
        form.texts.putAll(Network.USUAL.shown());
        form.texts.putAll(TypedMapping.shown(Mapping.usual(MappingType.CUSTOM)));
        return form;
    }

    /** A new provider as the preset has it, its variables not yet filled in. */
    static ProviderForm of(Preset preset, String base, String role) {
        ProviderForm form = new ProviderForm(preset.pkce(), List.of(role), "");
        form.texts.putAll(fresh(base, role).texts);
        form.texts.putAll(Map.of("name", preset.name(), "protocol", preset.protocol().name(), "issuer", preset.issuer(), "authorizeUrl", preset.authorize(),
                "tokenUrl", preset.token(), "userInfoUrl", preset.userInfo(), "scope", preset.scope(), "authentication", preset.authentication().name(),
                "redirectStyle", preset.redirectStyle().name(), "mappingType", preset.mappingType().name()));
        form.texts.putAll(Map.of("dialect", preset.spoken(), "preset", preset.slug()));
        if (preset.mappingType().typed()) form.texts.putAll(TypedMapping.shown(preset.rules()));
        return form;
    }

    static ProviderForm of(Draft draft, int version) {
        ProviderForm form = new ProviderForm(draft.pkce(), draft.roles().stream().sorted().map(String::valueOf).toList(), "");
        Destination there = draft.destination();
        form.texts.putAll(Map.of("protocol", there.protocol().name(), "issuer", there.issuer(), "authorizeUrl", there.endpoints().authorize(),
                "tokenUrl", there.endpoints().token(), "userInfoUrl", there.endpoints().userInfo(), "clientId", there.clientId(),
                "authentication", there.authentication().name(), "version", Integer.toString(version), "ticket", ""));
        form.texts.put("dialect", DialectText.inLines(there.dialect()));
        form.texts.putAll(draft.network().shown());
        form.texts.putAll(shown(draft.origin()));
        form.texts.putAll(Map.of("name", draft.name(), "scope", draft.scope(), "redirectStyle", draft.redirectStyle().name(), "redirectUrl", draft.redirectUrl(),
                "mappingType", draft.mapping().type().name(), "registration", draft.registration().name(), "domains", draft.domains().toString()));
        form.texts.putAll(TypedMapping.shown(draft.mapping()));
        return form;
    }

    private static Map<String, String> shown(Origin origin) {
        return Map.of("preset", origin.preset(), "organization", origin.organization(), "application", origin.application(), "certificate", origin.certificate(),
                "secretExpires", origin.expiry());
    }

    /** The same form with those fields changed. */
    ProviderForm with(List<String> fields, UnaryOperator<String> change) {
        ProviderForm changed = new ProviderForm(pkce, roles, secret);
        changed.texts.putAll(texts);
        changed.icon = icon;
        fields.forEach(field -> changed.texts.computeIfPresent(field, (name, text) -> change.apply(text)));
        return changed;
    }

    /** The same form with an answer to try its mapping on. */
    ProviderForm beside(String sample) {
        texts.put("sample", sample);
        return this;
    }

    /** What was sent with a question back and does not stand on the page any more: to be given again, by the same status as the question. */
    void askAgain(Problems problems) {
        boolean conflict = problems.byField().containsKey("version");
        if (!conflict && !problems.byField().containsKey("seen")) return;
        int status = conflict ? 409 : 422;
        if (!secret().isEmpty()) problems.add("clientSecret", new Refusal(status, "provider.client-secret.retype"));
        if (icon.file().length > 0) problems.add("icon", new Refusal(status, "provider.icon.again"));
    }

    /** For the page: everything but the secret. */
    Map<String, Object> shown() {
        Map<String, Object> shown = new HashMap<>(texts);
        shown.putIfAbsent("sample", "");
        List.of("caCertificate", "certificate").forEach(field -> shown.computeIfPresent(field, (name, pem) -> Authorities.secret(pem.toString()) ? "" : pem));
        shown.put("pkce", pkce);
        shown.put("retype", !secret().isEmpty());
        shown.put("roles", roles);
        shown.putAll(icon.shown());
        return shown;
    }

    String text(String field) {
        return texts.get(field);
    }

    TypedIcon icon() {
        return icon;
    }

    boolean pkce() {
        return pkce;
    }

    List<String> roles() {
        return roles;
    }

    /** Empty when none was typed; the dots or stars of a mask are nothing typed. */
    String secret() {
        return secret.matches(MASK) ? "" : secret;
    }

    Ticket ticket() {
        return Ticket.typed(text("ticket"));
    }

    /** The version of the provider that the page showed; -1, which none has, when the form does not say. */
    int version() {
        return text("version").matches("[0-9]{1,9}") ? Integer.parseInt(text("version")) : -1;
    }
}
