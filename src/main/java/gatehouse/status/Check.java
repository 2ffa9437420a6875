package gatehouse.status;

import java.util.List;

/** Looks at one thing the house stands on. */
interface Check {

    List<Finding> look();
}
