package gatehouse.it;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jboss.arquillian.container.spi.event.DeployDeployment;
import org.jboss.arquillian.container.spi.event.DeployManagedDeployments;
import org.jboss.arquillian.container.spi.event.DeploymentEvent;
import org.jboss.arquillian.container.spi.event.StopSuiteContainers;
import org.jboss.arquillian.container.spi.event.UnDeployDeployment;
import org.jboss.arquillian.container.spi.event.UnDeployManagedDeployments;
import org.jboss.arquillian.core.api.Event;
import org.jboss.arquillian.core.api.annotation.Inject;
import org.jboss.arquillian.core.api.annotation.Observes;
import org.jboss.arquillian.core.spi.EventContext;
import org.jboss.arquillian.test.spi.event.suite.BeforeSuite;

/** Deploys before the first class only, and undeploys when the suite is over: Arquillian's own way is once for each class. */
public final class OneDeployment {

    @Inject
    Event<DeploymentEvent> deployments;

    private DeployDeployment done;
    private Exception failure;
    private List<ProcessHandle> servers = List.of();

    public void wipe(@Observes(precedence = 1) BeforeSuite event) throws IOException {
        if (!Files.exists(House.data())) return;
        try (Stream<Path> files = Files.walk(House.data())) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        }
    }

    public void deploy(@Observes EventContext<DeployManagedDeployments> event) throws Exception {
        if (failure != null) throw new IllegalStateException("the house did not stand; see the first failure", failure);
        if (done != null) return;
        List<ProcessHandle> before = children();
        try {
            event.proceed();
            servers = children().stream().filter(child -> !before.contains(child)).toList();
            House.here().awaitReady();
        } catch (Exception e) {
            failure = e;
            throw e;
        }
    }

    public void remember(@Observes(precedence = 1) DeployDeployment event) {
        done = event;
    }

    public void keep(@Observes EventContext<UnDeployManagedDeployments> event) {
        // Proceeding would undeploy after the first class.
    }

    public void undeploy(@Observes(precedence = 1) StopSuiteContainers event) throws Exception {
        if (done == null) return;
        deployments.fire(new UnDeployDeployment(done.getContainer(), done.getDeployment()));
    }

    /** Payara's adapter asks its process to end and does not wait for it. */
    public void awaitEnd(@Observes(precedence = -1) StopSuiteContainers event) throws Exception {
        for (ProcessHandle server : servers) server.onExit().get(60, TimeUnit.SECONDS);
    }

    private static List<ProcessHandle> children() {
        return ProcessHandle.current().children().toList();
    }
}
