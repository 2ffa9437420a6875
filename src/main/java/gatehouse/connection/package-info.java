/** Decides how a provider's servers are spoken to: where they are, by which way, in which dialect, and what vouches for their answers. */
package gatehouse.connection;
