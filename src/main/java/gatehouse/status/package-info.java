/** Decides whether the process can work, and sweeps out what is over. */
package gatehouse.status;
