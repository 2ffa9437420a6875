package gatehouse.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mvc.engine.ViewEngine;
import jakarta.mvc.engine.ViewEngineContext;
import jakarta.mvc.engine.ViewEngineException;
import jakarta.servlet.http.HttpServletRequest;

/** Lets Krazo's controllers answer with {@code .ftlh} templates; status and headers stay the controller's. */
@ApplicationScoped
public class FtlhEngine implements ViewEngine {

    @Inject
    Views views;

    @Override
    public boolean supports(String view) {
        return view.endsWith(".ftlh");
    }

    @Override
    public void processView(ViewEngineContext context) throws ViewEngineException {
        try {
            String page = views.render(context.getView(), context.getModels().asMap(), context.getRequest(HttpServletRequest.class));
            context.getOutputStream().write(page.getBytes(StandardCharsets.UTF_8));
            context.getOutputStream().flush();
        } catch (IOException e) {
            throw new ViewEngineException(e);
        }
    }
}
