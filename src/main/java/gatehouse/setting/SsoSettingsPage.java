package gatehouse.setting;

import java.util.Map;

import gatehouse.web.Page;
import gatehouse.web.TypedForm;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/** Single sign-on settings; what locks people out or moves addresses is shown first, and saved by a second post. */
@Controller
@RequestScoped
@Path("/admin/sso")
@Produces(Page.HTML)
@RolesAllowed("admin")
public class SsoSettingsPage {

    private static final String VIEW = "setting/sso.ftlh";

    @Inject
    Page page;
    @Inject
    Settings settings;
    @Inject
    Touched touched;
    @Context
    HttpServletResponse response;

    @GET
    public Response show() {
        settings.anew();
        return with(SsoSettingsForm.of(settings.sso(), settings.sessions())).show(VIEW);
    }

    @POST
    public Response save(TypedForm typed) {
        settings.anew();
        SsoSettings before = settings.sso();
        SsoSettingsForm form = new SsoSettingsForm(typed, before.defaultPermissions());
        if (form.problems().any()) return with(form.model()).show(VIEW, form.problems());
        boolean asked = typed.ticked("confirmed");
        if (!asked && touched.tells(before, form.settings())) return page.with("fields", form.fields()).show("setting/confirm.ftlh");
        settings.keep(form.settings(), form.limits(), page.visit().me().orElseThrow());
        return page.to("/admin/sso", response, "settings-saved", "");
    }

    private Page with(Map<String, Object> form) {
        return page.with("form", form).with("saved", Map.of("permission", settings.sso().defaultPermissions().sum()));
    }
}
