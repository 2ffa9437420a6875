package gatehouse.provider;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import gatehouse.account.Role;
import gatehouse.account.Roles;
import gatehouse.connection.AuthorityView;
import gatehouse.setting.Settings;
import gatehouse.web.Page;
import gatehouse.web.Problems;
import gatehouse.web.PublicUrl;
import gatehouse.web.Site;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;

/** A provider's page, laid out around a form: what to copy, what to think of, what else there is to know. */
@RequestScoped
public class ProviderSheet {

    private static final String VIEW = "provider/form.ftlh";

    @Inject
    Page page;
    @Inject
    Site site;
    @Inject
    Settings settings;
    @Inject
    Roles roles;
    @Inject
    Providers providers;
    @Inject
    ArrangeProviders arrange;
    @Inject
    SaveProvider save;
    @Inject
    TestSignIn test;
    @Inject
    Concerns concerns;
    @Inject
    Clock clock;

    /** A new provider's. */
    Page of(ProviderForm form, Variables variables) {
        Presets.named(form.text("preset")).ifPresent(preset -> page.with("preset", preset.shown()));
        return of(form).with("variables", variables.shown()).with("addresses", List.of()).with("concerns", Map.of());
    }

    /** A saved provider's. */
    Page of(ProviderForm form, Provider provider) {
        Presets.named(provider.origin().preset()).ifPresent(preset -> page.with("preset", preset.shown()));
        return of(form).with("variables", List.of()).with("provider", ProviderView.head(provider))
                .with("authorities", AuthorityView.of(provider.draft().network().route(), clock.instant()))
                .with("addresses", ProviderView.addresses(provider, base(), settings.sso().compatibility()))
                .with("concerns", concerns.of(provider, base(), page.messages()));
    }

    private Page of(ProviderForm form) {
        test.underWay().ifPresent(name -> page.with("underWay", name));
        List<Map<String, String>> grantable = grantable().stream().map(role -> Map.of("value", Long.toString(role.id()), "text", role.name())).toList();
        return page.with("form", form.shown()).with("roles", grantable).with("usualDeadline", Integer.toString(Network.USUAL.deadline()));
    }

    Response refused(ProviderForm form, Variables variables, Problems problems) {
        form.askAgain(problems);
        return of(form, variables).show(VIEW, problems.inOrder(Stream.concat(variables.boxes().stream(), ProviderForm.ORDER.stream()).toList()));
    }

    /** The page again, with everything typed but the secret; what somebody else saved meanwhile beside it, and whom the change concerns. */
    Response refused(ProviderForm form, String slug, Problems problems) {
        form.askAgain(problems);
        Provider now = providers.named(slug);
        boolean conflict = problems.byField().containsKey("version");
        if (conflict) save.wanted(now, form).ifPresent(mine -> page.with("conflict", new Differences(page.messages(), grantable()).shown(mine, now.draft())));
        if (problems.byField().containsKey("seen")) page.with("stakes", arrange.stakes(slug).shown());
        ProviderForm shown = conflict ? form.with(List.of("version"), any -> Integer.toString(now.version())) : form;
        return of(shown, now).show(VIEW, problems.inOrder(ProviderForm.ORDER));
    }

    /** A new provider as programs begin it. @param preset its slug; empty for none. @throws gatehouse.web.Refusal 404 when there is none of that name */
    ProviderForm fresh(String preset) {
        if (preset.isEmpty()) return ProviderForm.fresh(base(), usualRole());
        return ProviderForm.of(Presets.named(preset).orElseThrow(ProviderRefused::unknown), base(), usualRole());
    }

    String usualRole() {
        return grantable().stream().filter(role -> role.name().equals(Role.USER)).map(role -> Long.toString(role.id())).findFirst().orElse("");
    }

    private List<Role> grantable() {
        return roles.grantable();
    }

    /** The address people use, also when the administrator came by another one. */
    String base() {
        return site.publicUrl().map(PublicUrl::value).orElse(page.visit().address().base());
    }
}
