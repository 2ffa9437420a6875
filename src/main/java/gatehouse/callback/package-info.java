/** Decides how every trip ends: what it was for stands in our own row, never in the address. */
package gatehouse.callback;
