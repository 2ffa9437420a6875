package gatehouse.check;

import gatehouse.connection.Connection;

/** Looks at a provider's servers before anyone is sent there; known further up the house, where they are asked. */
public interface Surveyor {

    /** What is found on the way to every server of this connection, within 10 seconds. No secret is sent, no code, and no redirect is followed. */
    Survey of(Connection connection);
}
