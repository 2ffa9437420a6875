package gatehouse.guard;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import gatehouse.web.PublicUrl;
import gatehouse.web.Site;
import gatehouse.web.Views;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;

/** The configuration of each proxy for a guarded service, as its page shows it to be copied. */
@RequestScoped
public class ProxyTexts {

    private static final List<String> KINDS = List.of("nginx", "caddy", "traefik");

    @Inject
    Site site;
    @Inject
    Views views;
    @Inject
    HttpServletRequest request;

    /** What the texts are made of. */
    Map<String, Object> facts(Guarded guarded) {
        return ServiceView.proxy(guarded, site.publicUrl().map(PublicUrl::value).orElse(""), request.getLocalPort());
    }

    /** By the proxy's name. */
    Map<String, String> of(Guarded guarded) {
        Map<String, String> texts = new LinkedHashMap<>();
        KINDS.forEach(kind -> texts.put(kind, views.render("guard/configuration.ftl", Map.of("kind", kind, "proxy", facts(guarded)), request).strip() + "\n"));
        return texts;
    }
}
