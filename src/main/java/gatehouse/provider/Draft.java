package gatehouse.provider;

import java.util.Set;

import gatehouse.account.EmailDomains;

/** A provider as an administrator wants it: every value checked, nothing written yet. */
record Draft(String name, Destination destination, String scope, boolean pkce, RedirectStyle redirectStyle, String redirectUrl, Mapping mapping,
             Registration registration, EmailDomains domains, Set<Long> roles) {
}
