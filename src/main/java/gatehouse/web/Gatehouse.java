package gatehouse.web;

import java.util.Map;

import jakarta.mvc.engine.ViewEngine;
import jakarta.mvc.form.FormMethodOverwriter;
import jakarta.mvc.security.Csrf;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Pages and JSON at "/". Krazo's own CSRF tokens and hidden method fields are off: a filter of ours guards every route. */
@ApplicationPath("/")
public class Gatehouse extends Application {

    @Override
    public Map<String, Object> getProperties() {
        return Map.of(
                Csrf.CSRF_PROTECTION, Csrf.CsrfOptions.OFF,
                FormMethodOverwriter.FORM_METHOD_OVERWRITE, FormMethodOverwriter.Options.DISABLED,
                ViewEngine.VIEW_FOLDER, "");
    }
}
