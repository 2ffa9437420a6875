package gatehouse.it;

import java.io.File;
import java.util.List;
import org.jboss.arquillian.container.spi.client.deployment.DeploymentDescription;
import org.jboss.arquillian.container.test.spi.client.deployment.DeploymentScenarioGenerator;
import org.jboss.arquillian.test.spi.TestClass;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** What is deployed for every IT class: the WAR that Maven built, as it is; no test runs inside it. */
public final class BuiltWar implements DeploymentScenarioGenerator {

    @Override
    public List<DeploymentDescription> generate(TestClass testClass) {
        File war = new File(System.getProperty("it.war"));
        DeploymentDescription description = new DeploymentDescription("gatehouse", ShrinkWrap.createFromZipFile(WebArchive.class, war));
        return List.of(description.shouldBeTestable(false));
    }
}
