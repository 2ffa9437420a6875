/** Proves what two Gatehouses on one PostgreSQL promise: it runs them as processes of their own behind a real nginx, and kills one. */
package gatehouse.nodes;
