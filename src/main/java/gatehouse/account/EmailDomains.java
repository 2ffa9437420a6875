package gatehouse.account;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

import gatehouse.web.Refusal;

/** The domains whose verified e-mail addresses may register: compared whole, in any case; sub-domains are other domains. */
public record EmailDomains(Set<String> names) {

    private static final int LONGEST = 10_000;
    private static final int MOST = 200;

    public EmailDomains {
        names = Collections.unmodifiableSet(new LinkedHashSet<>(names));
    }

    /** Names between blanks, commas or lines, with or without a leading @; refused (422): none, more than 200, what is no domain. */
    public static EmailDomains of(String typed) {
        if (typed.length() > LONGEST) throw Refusal.invalid("account.domains.too-many", MOST);
        Set<String> names = new LinkedHashSet<>();
        for (String name : typed.strip().split("[\\s,;]+")) {
            if (!name.isEmpty()) names.add(Domain.of(name.replaceFirst("^@", "")).orElseThrow(() -> notADomain(name)));
        }
        if (names.isEmpty()) throw Refusal.invalid("account.domains.empty");
        if (names.size() > MOST) throw Refusal.invalid("account.domains.too-many", MOST);
        return new EmailDomains(names);
    }

    /** Whether a person with this address may register; an unverified or malformed address never may. */
    public boolean admit(String address, boolean verified) {
        Optional<EmailAddress> email = EmailAddress.from(address);
        return verified && email.isPresent() && names.contains(email.get().domain());
    }

    private static Refusal notADomain(String name) {
        return Refusal.invalid("account.domains.invalid", name.length() <= 80 ? name : name.substring(0, 80));
    }

    /** As it is typed and kept: names with a blank between. */
    @Override
    public String toString() {
        return String.join(" ", names);
    }
}
