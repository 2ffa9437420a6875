package gatehouse.provider;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import gatehouse.account.Accounts;
import gatehouse.account.Roles;
import gatehouse.setting.Settings;
import gatehouse.web.Messages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** Reads what programs are told of providers; never a secret. */
@ApplicationScoped
@Transactional
public class ShowProviders {

    /** @param icon a path of ours; empty for none @param bound how many people, counted to 1,001 */
    record Row(String slug, String name, String protocol, boolean enabled, boolean secretSaved, String icon, long bound) {
    }

    /** A way in, for everybody. */
    record Button(String slug, String name, String icon) {
    }

    @Inject
    Providers providers;
    @Inject
    Accounts accounts;
    @Inject
    Roles roles;
    @Inject
    Settings settings;
    @Inject
    ArrangeProviders arrange;
    @Inject
    Concerns concerns;

    /** In the order of the sign-in page. */
    List<Row> rows() {
        return providers.all().stream().map(one -> new Row(one.slug(), one.name(), one.destination().protocol().name(), one.enabled(), one.secretSaved(), one.icon(),
                accounts.manyBoundAt(one.id()))).toList();
    }

    /** Those of the sign-in page; none while single sign-on is off. */
    List<Button> buttons() {
        List<Provider> offered = settings.sso().enabled() ? providers.enabled() : List.of();
        return offered.stream().map(one -> new Button(one.slug(), one.name(), one.icon())).toList();
    }

    /** @param base the public address. @throws gatehouse.web.Refusal 404 when there is none of that slug */
    Map<String, Object> one(String slug, String base) {
        Provider provider = providers.named(slug);
        Stakes stakes = arrange.stakes(slug);
        Map<String, Object> shown = ProviderJson.shown(ProviderForm.of(provider.draft(), provider.version()), roles.all());
        shown.putAll(Map.of("slug", provider.slug(), "enabled", provider.enabled(), "secret_saved", provider.secretSaved(), "icon", provider.icon(),
                "addresses", ProviderView.addresses(provider, base, settings.sso().compatibility()), "bound", stakes.bound(), "stranded", stakes.stranded(),
                "seen", stakes.seen()));
        shown.put("warnings", concerns.of(provider, base, Messages.in(Locale.ENGLISH)));
        return shown;
    }
}
