/** Decides what of an AList or OpenList backup is taken over: settings, people and their bindings, as an administrator ticks them. */
package gatehouse.importing;
