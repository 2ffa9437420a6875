/** Decides how Payara Micro is started by {@code mvn}: outside the WAR, on loopback, with nothing of the server showing. */
package gatehouse.launch;
