package gatehouse.web;

import java.util.Locale;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/** Language and colours, kept in this browser for a year. What is none of ours changes nothing. */
@Controller
@RequestScoped
@Path("/preferences")
@Produces(Page.HTML)
public class PreferencesPage {

    private static final long YEAR = 31_536_000;

    @Inject
    Page page;
    @Context
    HttpServletRequest request;
    @Context
    HttpServletResponse response;

    @POST
    public Response choose(TypedForm typed) {
        Locales.tagged(typed.text("lang")).map(Locale::toLanguageTag).ifPresent(tag -> keep(Locales.COOKIE, tag, YEAR));
        typed.all("theme").stream().findFirst().filter(Themes::ours).ifPresent(theme -> keep(Themes.COOKIE, theme, theme.isEmpty() ? 0 : YEAR));
        return page.to(new ReturnPath(typed.text("to")).value());
    }

    private void keep(String cookie, String value, long seconds) {
        Cookies.write(response, cookie, value, page.visit().address().secure(), seconds);
    }
}
