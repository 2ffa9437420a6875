package gatehouse.web;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.HashMap;
import java.util.Map;

import freemarker.cache.TemplateLoader;
import freemarker.ext.beans.ZeroArgumentNonVoidMethodPolicy;
import freemarker.ext.jakarta.servlet.WebappTemplateLoader;
import freemarker.template.Configuration;
import freemarker.template.DefaultObjectWrapper;
import freemarker.template.DefaultObjectWrapperBuilder;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;

/** Renders the pages: FreeMarker {@code .ftlh} (every value escaped; {@code .ftl} is plain text), read once, with what all pages share added to their model. */
@ApplicationScoped
public class Views {

    @Inject
    ServletContext context;
    private Configuration templates;

    @PostConstruct
    void open() {
        templates = configuration(new WebappTemplateLoader(context, "/WEB-INF/views"));
        templates.setTemplateUpdateDelayMilliseconds(Long.MAX_VALUE);
    }

    /** The settings of all templates; tests render with the same. */
    static Configuration configuration(TemplateLoader loader) {
        Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);
        configuration.setTemplateLoader(loader);
        configuration.setDefaultEncoding("UTF-8");
        configuration.setObjectWrapper(wrapper());
        configuration.setNumberFormat("computer");
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setLogTemplateExceptions(false);
        configuration.setLocalizedLookup(false);
        return configuration;
    }

    /** {@code provider.name} in a template asks {@code name()}, of a record and of any other thing of ours. */
    private static DefaultObjectWrapper wrapper() {
        DefaultObjectWrapperBuilder builder = new DefaultObjectWrapperBuilder(Configuration.VERSION_2_3_34);
        builder.setDefaultZeroArgumentNonVoidMethodPolicy(ZeroArgumentNonVoidMethodPolicy.BOTH_METHOD_AND_PROPERTY_UNLESS_BEAN_PROPERTY_READ_METHOD);
        return builder.build();
    }

    /** The whole page as text, so that a failure half way leaves nothing behind. */
    public String render(String view, Map<String, ?> model, HttpServletRequest request) {
        Map<String, Object> all = new HashMap<>(PageModel.shared(request));
        all.putAll(model);
        StringWriter page = new StringWriter(16_384);
        render(view, all, page);
        return page.toString();
    }

    private void render(String view, Map<String, Object> model, Writer out) {
        try {
            templates.getTemplate(view).process(model, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (TemplateException e) {
            throw new IllegalStateException("the page " + view + " cannot be shown", e);
        }
    }
}
