/** Measures what Gatehouse costs: it runs the server as a process of its own, and drives it as browsers and a provider would. */
package gatehouse.benchmark;
