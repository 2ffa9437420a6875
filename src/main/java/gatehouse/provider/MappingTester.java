package gatehouse.provider;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import gatehouse.account.EmailDomains;
import gatehouse.account.Outsider;
import gatehouse.admission.Admission;
import gatehouse.admission.ForetellSignIn;
import gatehouse.admission.Registration;
import gatehouse.admission.Verdict;
import gatehouse.connection.Protocol;
import gatehouse.mapping.ExternalProfile;
import gatehouse.mapping.Field;
import gatehouse.mapping.MappingType;
import gatehouse.mapping.MarkedSample;
import gatehouse.mapping.Sample;
import gatehouse.mapping.Trying;
import gatehouse.setting.Settings;
import gatehouse.web.Label;
import gatehouse.web.Problems;
import gatehouse.web.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Tries a form's mapping, saved or not, on a pasted answer: what each rule finds, and what sign-in would do. Nothing is written. */
@ApplicationScoped
class MappingTester {

    @Inject
    ForetellSignIn foretell;
    @Inject
    Settings settings;

    /** What is wrong with the rules stands in the result, what else is wrong among the problems. Empty without a sample that can be read. */
    Optional<Tested> test(ProviderForm form, Optional<Provider> provider, Problems problems) {
        return problems.check("sample", () -> Sample.of(form.text("sample"))).map(sample -> {
            MappingType type = Scrutiny.choice(form, problems, "mappingType", MappingType.class);
            Map<Field, String> texts = TypedMapping.texts(form, type, provider.map(Provider::mapping), problems);
            Trying trying = Trying.of(type, texts, sample);
            Admission admission = new Admission(Scrutiny.choice(form, problems, "registration", Registration.class), domains(form, problems), type);
            Verdict verdict = problems.any() ? Verdict.out("provider.tester.form") : verdict(trying, admission, form, provider);
            return new Tested(trying, MarkedSample.of(sample, trying.reading().findings().values()), verdict, aside(provider));
        });
    }

    private static EmailDomains domains(ProviderForm form, Problems problems) {
        if (!form.text("registration").equals(Registration.DOMAINS.name())) return new EmailDomains(Set.of());
        return problems.check("domains", () -> EmailDomains.of(form.text("domains"))).orElseGet(() -> new EmailDomains(Set.of()));
    }

    private Verdict verdict(Trying trying, Admission admission, ProviderForm form, Optional<Provider> provider) {
        if (!trying.wrong().isEmpty()) return Verdict.out("provider.tester.unread");
        try {
            ExternalProfile person = trying.reading().profile();
            String issuer = form.text("protocol").equals(Protocol.OIDC.name()) ? form.text("issuer") : "";
            return foretell.of(admission, person, new Outsider(provider.map(Provider::id).orElse(0L), issuer, person.subject(), person.nameThere()));
        } catch (Refusal nobody) {
            return Verdict.out("provider.tester.nobody", Label.of(nobody));
        }
    }

    private List<Label> aside(Optional<Provider> provider) {
        List<Label> aside = new ArrayList<>();
        if (!settings.sso().enabled()) aside.add(new Label("provider.tester.sso-off"));
        if (provider.isPresent() && !provider.get().enabled()) aside.add(new Label("provider.tester.switched-off"));
        return aside;
    }
}
