package gatehouse.provider;

import java.time.DateTimeException;
import java.time.LocalDate;

import gatehouse.connection.Origin;
import gatehouse.connection.SigningCertificate;
import gatehouse.web.Refusal;

/** Reads out of a form where a provider's settings came from, and what vouches for its answers. */
record OriginReader(Scrutiny scrutiny) {

    private static final int LONGEST_NAME = 100;

    Origin read() {
        ProviderForm form = scrutiny.form();
        String preset = Presets.named(form.text("preset")).map(Preset::slug).orElse("");
        return new Origin(preset, scrutiny.line("organization", LONGEST_NAME), scrutiny.line("application", LONGEST_NAME),
                certificate(form.text("certificate")), expiry(form.text("secretExpires")));
    }

    private String certificate(String typed) {
        String pem = typed.replace("\r\n", "\n").strip();
        if (!pem.isEmpty()) scrutiny.problems().check("certificate", () -> SigningCertificate.of(pem));
        return pem;
    }

    /** Null when nothing was typed. */
    private LocalDate expiry(String typed) {
        return typed.isEmpty() ? null : scrutiny.problems().check("secretExpires", () -> date(typed)).orElse(null);
    }

    private static LocalDate date(String typed) {
        try {
            if (typed.matches("2[01][0-9]{2}-[0-9]{2}-[0-9]{2}")) return LocalDate.parse(typed);
        } catch (DateTimeException none) {
            throw Refusal.invalid("provider.secret-expires.form");
        }
        throw Refusal.invalid("provider.secret-expires.form");
    }
}
