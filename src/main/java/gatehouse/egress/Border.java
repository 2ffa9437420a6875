package gatehouse.egress;

import gatehouse.config.Config;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The rules for asking outside servers, as the process was set up. */
@ApplicationScoped
class Border {

    @Produces
    @Singleton
    Egress egress(Config config) {
        return new Egress(config.text("gatehouse.egress", "private"), config.text("gatehouse.egress.allow", ""),
                config.text("gatehouse.http.proxy", ""), config.text("gatehouse.no.proxy", ""));
    }
}
