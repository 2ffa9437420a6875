package gatehouse.setting;

import java.util.Arrays;
import java.util.List;

import gatehouse.web.Envelope;
import gatehouse.web.Given;
import gatehouse.web.Page;
import gatehouse.web.Problems;
import gatehouse.web.Refusal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

/** The settings under AList's keys. Those of its one platform are not among them: providers have addresses of their own. */
@RequestScoped
@Path("/api/admin/setting")
@Produces(Envelope.JSON)
@RolesAllowed("admin")
public class SettingsResource {

    @Inject
    Settings settings;
    @Inject
    SaveItems save;
    @Inject
    Page page;

    /** @param group 7 for single sign-on; all when it is left out */
    @GET
    @Path("list")
    public Response list(@QueryParam("group") Integer group) {
        return Envelope.ok(items().stream().filter(item -> group == null || item.group() == group).toList());
    }

    /** One item by {@code key}, or a list by {@code keys}, separated by commas. @throws Refusal 404 for a key that is not ours */
    @GET
    @Path("get")
    public Response get(@QueryParam("key") String key, @QueryParam("keys") String keys) {
        if (keys != null) return Envelope.ok(Arrays.stream(keys.split(",")).map(this::item).toList());
        return Envelope.ok(item(key == null ? "" : key));
    }

    /** @param confirmed {@code true}: single sign-on may go off though people have no password */
    @POST
    @Path("save")
    public Response save(@QueryParam("confirmed") boolean confirmed, Given given) {
        Problems problems = new Problems();
        save.save(given.items(), confirmed, page.visit().me().orElseThrow(), problems);
        return problems.any() ? Envelope.of(problems) : Envelope.ok();
    }

    private SettingItem item(String key) {
        return items().stream().filter(item -> item.key().equals(key)).findFirst().orElseThrow(() -> new Refusal(404, "refused.not-found"));
    }

    private List<SettingItem> items() {
        settings.anew();
        return SettingItem.of(settings.sso(), settings.sessions(), settings.retention());
    }
}
