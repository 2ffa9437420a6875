/** Decides what an administrator is told of the way to a provider's servers, and how often they may ask. */
package gatehouse.check;
