package gatehouse.connection;

import java.util.Map;

import gatehouse.web.Refusal;

/**
 * How the browser is sent there, and what it brings back.
 *
 * @param code       the name of the code in the callback: {@code code}, {@code authCode} or {@code auth_code}
 * @param extra      fixed parameters; those that we send are refused (422)
 * @param fragment   what follows the {@code #} of the address, such as {@code wechat_redirect}; usually empty
 * @param inFragment whether our parameters follow the fragment instead of standing in the query
 */
public record AuthorizeDialect(String clientId, String redirect, String code, Map<String, String> extra, String fragment, boolean inFragment) {

    public AuthorizeDialect {
        clientId = DialectRules.name(DialectRules.or(clientId, "client_id"));
        redirect = DialectRules.name(DialectRules.or(redirect, "redirect_uri"));
        code = DialectRules.or(code, "code");
        if (!code.matches("code|authCode|auth_code")) throw DialectRules.refused(code);
        extra = DialectRules.parameters(extra);
        fragment = DialectRules.or(fragment, "");
        if (!fragment.matches("[A-Za-z0-9_/-]{0,64}")) throw DialectRules.refused(fragment);
        for (String name : extra.keySet()) {
            boolean ours = WebAddress.OURS.contains(name) || name.equals(clientId) || name.equals(redirect);
            if (ours) throw Refusal.invalid("provider.dialect.reserved", name);
        }
    }
}
