package gatehouse.web;

import org.eclipse.krazo.forms.FormMethodOverwriteFilter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;

/** Krazo makes this filter anew for each request, JSON included, and scans all service files in its constructor: once is enough. */
public class KrazoTuning implements Extension {

    void onceIsEnough(@Observes ProcessAnnotatedType<FormMethodOverwriteFilter> type) {
        type.configureAnnotatedType().remove(annotation -> annotation.annotationType() == RequestScoped.class).add(ApplicationScoped.Literal.INSTANCE);
    }
}
