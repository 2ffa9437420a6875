package gatehouse.setting;

import java.util.stream.Collectors;

import gatehouse.web.Envelope;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;

/** What everybody may know before they sign in: key and value, as AList tells it. */
@RequestScoped
@Path("/api/public/settings")
@Produces(Envelope.JSON)
public class PublicSettingsResource {

    @Inject
    Settings settings;

    @GET
    public Response show() {
        return Envelope.ok(SettingItem.of(settings.sso(), settings.sessions(), settings.retention()).stream().filter(SettingItem::open)
                .collect(Collectors.toMap(SettingItem::key, SettingItem::value)));
    }
}
